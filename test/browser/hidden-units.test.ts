import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Locator } from "playwright-core";
import { gridient } from "../commands/run-in.ts";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { findBarriers } from "../support/find-barriers.ts";
import { temporaryFolder } from "../support/folders.ts";
import { openPage, photograph } from "../support/opened-page.ts";

const DIGITS = `
dataset: {name: digits, train: 300, validation: 50, test: 60}
architecture: {hidden: [6]}
eta: [1, 3]
epochs: 5
`;

/** The paths of all images in a part of the page. */
function drawing(part: Locator): Promise<string[]> {
  return part.locator(".pixels path").evaluateAll((paths) => {
    return paths.map((path) => (path as unknown as { getAttribute(name: string): string }).getAttribute("d"));
  });
}

describe.skipIf(!CHROMIUM)("What the hidden layer learned", () => {
  let browser: Browser;
  let address = "";
  let file = "";
  beforeAll(async () => {
    browser = await sharedChromium();
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "experiments"));
    await writeFile(join(cwd, "experiments/units.yaml"), DIGITS);
    expect((await gridient(cwd, ["sweep", "experiments/units.yaml"])).exitCode).toBe(0);
    file = join(cwd, "results/units/report.html");
    address = pathToFileURL(file).href;
  }, 60_000);
  afterAll(closePages);

  it("shows a unit that is chosen, its activation by class, and the examples to which it responds most", async () => {
    const { page, troubles } = await openPage(browser, address);
    const part = page.getByRole("region", { name: "What the hidden layer learned" });
    const units = part.getByRole("list", { name: "Units" }).getByRole("button");
    expect(await units.count()).toBe(6);
    await units.nth(3).press("Enter");
    const name = /^Unit (\d+),/.exec((await units.nth(3).textContent())!)![1];
    const detail = part.getByRole("group", { name: `Unit ${name}`, exact: true });
    expect(await detail.getByRole("row").count()).toBe(10);
    const activations = (await detail.locator(".unit-examples .muted").allTextContents()).map(Number);
    expect(activations).toHaveLength(4);
    expect(activations).toEqual(activations.toSorted((a, b) => b - a));
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("follows the units over the epochs, and ends at what was recorded", async () => {
    const { page, troubles } = await openPage(browser, address);
    const part = page.getByRole("region", { name: "What the hidden layer learned" });
    const before = [
      await drawing(part.locator(".unit-tiles")),
      await drawing(part.locator(".unit-examples")),
    ];
    await part.getByRole("button", { name: "Follow the units over the epochs" }).click();
    await part.getByText("Bit-identical").waitFor();
    await part.getByRole("heading", { name: ", after epoch 5" }).waitFor();
    const now = async (): Promise<string[][]> => [
      await drawing(part.locator(".unit-tiles")),
      await drawing(part.locator(".unit-examples")),
    ];
    await expect.poll(now).toEqual(before);
    await part.getByRole("slider").press("Home");
    await part.getByRole("heading", { name: ", after epoch 1" }).waitFor();
    await expect.poll(now).not.toEqual(before);
    await photograph(page, "hidden-units");
    await part.getByRole("button", { name: "Show what was recorded" }).click();
    await expect.poll(now).toEqual(before);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("has nothing that keeps people out", async () => {
    const { page } = await openPage(browser, address, { bypassCSP: true });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findBarriers(page, colorScheme)).toEqual([]);
    }
    await page.close();
  });

  it("takes less room than pictures of the units would", async () => {
    const svg = await readFile(join(file, "../plots/hidden-units.svg"), "utf8");
    const html = await readFile(file, "utf8");
    expect(html).not.toContain(svg.slice(0, 200));
    expect(html.length).toBeLessThan(230_000);
  });
});
