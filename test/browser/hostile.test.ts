import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { EVERY_HOSTILE_STRING } from "../security/hostile-strings.ts";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { openPage, writtenPage } from "../support/opened-page.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";

describe.skipIf(!CHROMIUM)("text of a spec in the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedChromium();
  });
  afterAll(closePages);

  it("is text whatever it says, and makes no request", async () => {
    const experiment = experimentOf({
      name: EVERY_HOSTILE_STRING.join(" "),
      description: EVERY_HOSTILE_STRING.join("\n\n"),
      axes: [{ path: "loss", values: EVERY_HOSTILE_STRING }],
      set: EVERY_HOSTILE_STRING,
      text: EVERY_HOSTILE_STRING.map((text) => `${text}: "${text}" # ${text}`).join("\n"),
    });
    const address = await writtenPage(resultsOf(experiment, () => ({ accuracies: [0.6, 0.9] })));
    const { page, troubles } = await openPage(browser, address);
    const panels = { "": 0, "trial=3": 1, "compare=1,2": 1, "search=%3Cscript%3E&table=trials": 0 };
    for (const [hash, count] of Object.entries(panels)) {
      await page.goto(`${address}#${hash}`);
      await expect.poll(() => page.getByRole("complementary").count()).toBe(count);
      await expect.poll(() => page.locator("h1").textContent()).toContain("<script>alert(1)</script>");
      await expect
        .poll(() => page.locator("img:not([src^='data:image/svg+xml,']), iframe, b, script[src]").count())
        .toBe(0);
      await expect.poll(() => page.locator("script").count()).toBe(3);
      expect(troubles).toEqual([]);
    }
    expect(await page.getByRole("searchbox").inputValue()).toBe("<script>");
    await page.close();
  });
});
