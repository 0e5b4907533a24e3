import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, beforeAll, afterAll } from "vitest";
import type { Browser, Page } from "playwright-core";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { temporaryFolder } from "../support/folders.ts";
import { findBarriers } from "../support/find-barriers.ts";
import { openPage, photograph, writtenPage, type OpenedPage } from "../support/opened-page.ts";
import { gridResults } from "./grid-results.ts";

describe.skipIf(!CHROMIUM)("the page in Chromium", () => {
  let browser: Browser;
  let address = "";
  let opened: OpenedPage;
  beforeAll(async () => {
    browser = await sharedChromium();
    address = await writtenPage(gridResults());
    opened = await openPage(browser, address);
  });
  afterAll(closePages);

  /**
   * Shows another view of the page that is open, without loading it again: the first test saw it load. The page writes
   * its last view to the address a moment later, even over a new address, so a view in between is asked for until it shows.
   */
  async function show(hash: string): Promise<Page> {
    const { page } = opened;
    const showNothing = async (): Promise<string | null> => {
      await page.goto(`${address}#search=nothing`);
      return shownText(page);
    };
    await expect.poll(showNothing).toBe("0 of 24 trials");
    await page.goto(`${address}#${hash}`);
    await expect.poll(() => shownText(page)).not.toBe("0 of 24 trials");
    return page;
  }

  it("shows the title, the answer and every setting, without a request or a complaint", async () => {
    const { page, troubles } = opened;
    await expect.poll(() => page.title()).toBe("grid");
    await expect
      .poll(() => page.locator(".answer").textContent())
      .toMatch(/^Best: eta = 30, activation = tanh, with a /);
    await expect.poll(() => rows(page)).toHaveLength(12);
    expect(troubles).toEqual([]);
  });

  it("sorts a table by the heading that is clicked, the other way when clicked again", async () => {
    const page = await show("table=trials");
    const numbers = async (): Promise<number[]> => (await rows(page)).map(Number);
    expect(await numbers()).toEqual(Array.from({ length: 24 }, (_, i) => i));
    const heading = page.getByRole("columnheader", { name: "validation accuracy" });
    await heading.getByRole("button").click();
    expect((await numbers()).slice(0, 3)).toEqual([0, 1, 2]);
    await heading.getByRole("button").click();
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("descending");
    expect((await numbers()).slice(0, 2)).toEqual([21, 20]);
    expect((await numbers()).slice(-2)).toEqual([22, 23]); // diverged: no value, last either way
  });

  it("filters everything by a range dragged on an axis, and by keys", async () => {
    const page = await show("");
    const grip = page.locator(".axis .grip").first();
    await grip.scrollIntoViewIfNeeded();
    const box = (await grip.boundingBox())!;
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + 2);
    await page.mouse.down();
    await page.mouse.move(x, box.y + 0.5 * box.height, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => shownText(page)).toBe("12 of 24 trials");
    await expect.poll(() => rows(page)).toHaveLength(6);
    await page.getByRole("button", { name: /^eta: .* remove this filter/ }).click();
    await page.getByRole("slider", { name: "activation, lowest" }).press("End");
    await expect.poll(() => shownText(page)).toBe("0 of 24 trials");
    await page.getByRole("slider", { name: "activation, lowest" }).press("PageDown");
    await page.getByRole("slider", { name: "activation, lowest" }).press("PageDown");
    await expect.poll(() => shownText(page)).toBe("8 of 24 trials");
  });

  it("opens a trial with its curves, settings and command, by mouse and by keys", async () => {
    const page = await show("");
    await page.getByRole("row", { name: /tanh.*best/ }).click();
    const panel = page.getByRole("complementary");
    await expect.poll(() => panel.getByRole("heading", { level: 2 }).textContent()).toBe("Trial 20");
    await expect.poll(() => panel.textContent()).toContain("eta = 30, activation = tanh");
    await expect.poll(() => panel.getByText("repro experiments/small.yaml 20").count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => panel.count()).toBe(0);
    // A busy machine may lose a key that follows at once upon another one.
    const row = page.getByRole("row", { name: /tanh.*best/ }).getByRole("button");
    const openByKey = async (): Promise<number> => {
      if ((await panel.count()) === 0) await row.press("Enter");
      return panel.count();
    };
    await expect.poll(openByKey).toBe(1);
  });

  it("draws the mean of each setting with its name, its trials under the pointer, and opens one with a click", async () => {
    const page = await show("");
    const chart = page.getByRole("img", {
      name: /^validation accuracy over the epochs, the mean of each setting/,
    });
    expect(await chart.locator(".names text").allTextContents()).toHaveLength(12);
    expect(await chart.locator(".axes").textContent()).toMatch(/epoch$/);
    const { width, height } = (await chart.boundingBox())!;
    const position = { x: 0.5 * width, y: 0.4 * height };
    await chart.hover({ position });
    await expect.poll(() => page.locator(".tooltip").textContent()).toMatch(/^[\d.]+ %epoch \deta = /);
    await expect.poll(() => chart.locator(".part").count()).toBe(2);
    await chart.click({ position });
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#trial=\d+$/);
  });

  it("shows the values near the best, all of them, or their magnitudes, and keeps the choice in the address", async () => {
    const page = await show("");
    const scale = page.getByRole("combobox", { name: "Scale" });
    expect(await scale.inputValue()).toBe("near");
    for (const choice of ["whole", "log"]) {
      await scale.selectOption(choice);
      await expect.poll(() => new URL(page.url()).hash).toBe(`#scale=${choice}`);
    }
    await scale.selectOption("near");
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });

  it("shows what is dragged over, moves by keys and buttons, and keeps that in the address", async () => {
    const page = await show("scale=whole");
    const chart = page.getByRole("img", { name: /^validation accuracy over the epochs, the mean/ });
    await chart.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await chart.boundingBox())!;
    await page.mouse.move(x + 0.4 * width, y + 0.2 * height);
    await page.mouse.down();
    await page.mouse.move(x + 0.6 * width, y + 0.5 * height, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#scale=whole&zoom=1%7E2%7E0\.\d+%7E0\.\d+$/);
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0); // no trial was opened
    const zoom = page.getByRole("group", { name: "Zoom" });
    await zoom.getByRole("button", { name: "Show everything" }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#scale=whole");
    const keys = page.getByRole("group", { name: /^Chart\. Plus and minus zoom/ });
    await keys.press("+");
    await expect.poll(() => new URL(page.url()).hash).toBe("#scale=whole&zoom=1%7E3");
    await keys.press("ArrowLeft");
    await expect.poll(() => new URL(page.url()).hash).toBe("#scale=whole&zoom=0%7E2");
    await page.getByRole("combobox", { name: "Metric" }).selectOption("testLoss");
    await expect.poll(() => new URL(page.url()).hash).toBe("#metric=testLoss&scale=whole");
  });

  it("has the experiment file, folded", async () => {
    const page = await show("");
    const text = page.locator(".spec pre");
    await expect.poll(() => text.isVisible()).toBe(false);
    await page.getByText("small.yaml, 3 lines").click();
    await expect.poll(() => text.isVisible()).toBe(true);
    expect(await text.textContent()).toMatch(
      /^eta: \[0\.03, 0\.3, 3, 30\] # four of them\narchitecture:\n {2}act/,
    );
    expect(await text.locator(".yaml-key").allTextContents()).toEqual(["eta", "architecture", "activation"]);
  });

  it("contains the pictures of the report, each with its caption", async () => {
    const page = await show("");
    for (const name of ["Effects", "Pairs of axes"])
      await expect.poll(() => page.getByRole("heading", { name, exact: true }).count()).toBe(1);
    const pictures = page.locator(".picture img");
    await expect.poll(() => pictures.count()).toBeGreaterThan(2);
    const widths = await pictures.evaluateAll((images) =>
      images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    );
    for (const width of widths) expect(width).toBeGreaterThan(300);
  });

  it("opens the trial whose curve is clicked, and says its name and value under the pointer", async () => {
    const page = await show("curves=trials");
    const chart = page.getByRole("img", { name: /^validation accuracy over the epochs/ });
    const { width, height } = (await chart.boundingBox())!;
    const position = { x: 0.95 * width, y: 0.3 * height };
    await chart.hover({ position });
    const told = await page.locator(".tooltip").textContent();
    const [, index] = /^[\d.]+ %epoch \dtrial (\d+): eta = /.exec(told!)!;
    await chart.click({ position });
    await expect.poll(() => new URL(page.url()).hash).toBe(`#curves=trials&trial=${index}`);
    const panel = page.getByRole("complementary");
    await expect.poll(() => panel.getByRole("heading", { level: 2 }).textContent()).toBe(`Trial ${index}`);
    await expect.poll(() => panel.getByRole("img", { name: /over the epochs: / }).count()).toBeGreaterThan(0);
  });

  it("shows in curves, tables and download the trials of the kept range alone", async () => {
    const page = await show("brush.eta=0~0.5&table=trials&curves=trials");
    await expect.poll(() => shownText(page)).toBe("12 of 24 trials");
    await expect.poll(() => rows(page)).toHaveLength(12);
    const curves = page.getByRole("img", { name: /^validation accuracy over the epochs, 12 trials/ });
    await expect.poll(() => curves.count()).toBe(1);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the 12 shown trials" }).click();
    const file = join(await temporaryFolder(), "trials.json");
    await (await download).saveAs(file);
    expect((JSON.parse(readFileSync(file, "utf8")) as { trials: unknown[] }).trials).toHaveLength(12);
  });

  it("goes back to the view before", async () => {
    const page = await show("");
    await page.goto(`${address}#search=tanh`);
    await expect.poll(() => shownText(page)).toBe("8 of 24 trials");
    await page.goBack();
    await expect.poll(() => shownText(page)).toBe("24 trials");
  });

  it("compares two trials, what differs first", async () => {
    const page = await show("trial=4");
    await page.getByRole("button", { name: "Compare with another trial" }).click();
    await page.getByRole("button", { name: "Trials", exact: true }).click();
    await page.getByRole("row", { name: /^9 / }).click();
    await page.getByRole("button", { name: "Compare with trial 4" }).click();
    const panel = page.getByRole("complementary");
    await expect
      .poll(() => panel.getByRole("heading", { level: 2 }).textContent())
      .toBe("Trial 4 and trial 9");
    await expect
      .poll(() => panel.getByRole("img", { name: /^accuracy .* test, trial 4, test, trial 9/ }).count())
      .toBe(1);
    const differences = panel.getByRole("table").first();
    expect(await differences.getByRole("row").allTextContents()).toEqual([
      "fieldtrial 4trial 9",
      "architecture.activationrelutanh",
      "eta0.030.3",
      "replicate01",
    ]);
    const same = panel.getByText(/^\d+ fields are the same$/);
    await expect.poll(() => panel.getByText("batchSize").isVisible()).toBe(false);
    await same.click();
    await expect.poll(() => panel.getByText("batchSize").isVisible()).toBe(true);
  });

  it("keeps the view in the address", async () => {
    const hash =
      "table=trials&sort=-replicate&search=tanh&brush.eta=0~0.5&metric=testLoss&trial=2&theme=dark";
    const page = await show(hash);
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("tanh");
    await expect.poll(() => rows(page)).toEqual(["3", "9", "2", "8"]);
    await expect.poll(() => page.getByRole("combobox", { name: "Metric" }).inputValue()).toBe("testLoss");
    await expect.poll(() => page.getByRole("complementary").count()).toBe(1);
    await page.getByRole("button", { name: "Light" }).click();
    const expected = `#${hash.replace("~", "%7E").replace("theme=dark", "theme=light")}`;
    await expect.poll(() => new URL(page.url()).hash).toBe(expected);
  });

  it.each(["brush.eta=0~0.8&table=trials&trial=3&zoom=1~2", "compare=3,8"])(
    "has nothing that keeps people out, in the light and in the dark: %s",
    async (hash) => {
      const { page } = await openPage(browser, `${address}#${hash}`, { bypassCSP: true });
      await page.evaluate("document.querySelector('.spec').open = true");
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findBarriers(page, colorScheme)).toEqual([]);
      }
      await page.close();
    },
  );

  it("follows the system into the dark, and fits a phone", async () => {
    const paper = "getComputedStyle(document.body).backgroundColor";
    const viewport = { width: 390, height: 844 };
    const { page } = await openPage(browser, address, { viewport });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(paper)).toBe(
        colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(13, 17, 23)",
      );
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      await photograph(page, `phone-${colorScheme}`);
    }
    await page.close();
  });
});

/** How many trials there are, in words. */
function shownText(page: Page): Promise<string | null> {
  return page.getByRole("status").textContent();
}

/** Returns the head of every row of the main table. */
function rows(page: Page): Promise<string[]> {
  return page.getByRole("main").getByRole("rowheader").allTextContents();
}
