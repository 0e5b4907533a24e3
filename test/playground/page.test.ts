import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";
import { photograph } from "../support/opened-page.ts";

const BUILT = new URL("../../dist/playground/", import.meta.url);
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};
/** As on a host of static files, below a folder. */
const SUB_PATH = "/anywhere/";
const ROWS = Array.from({ length: 40 }, (_, i) => `${i % 2},${(7 * i) % 11},${i % 2 ? "yes" : "no"}`);

const server = createServer((request, response) => {
  const name = (request.url ?? "").replace(SUB_PATH, "") || "index.html";
  response.setHeader("Content-Type", TYPES[extname(name)] ?? "text/plain");
  response.end(readFileSync(new URL(name, BUILT)));
});

function committed(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

/** Types a spec in the place of another one. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** Trains what is in the editor by its keys, and waits for the report. */
async function run(page: Page, name: string): Promise<void> {
  await page
    .getByRole("button", { name: /^(Run|Continue|Show the results)$/ })
    .and(page.locator(":enabled"))
    .waitFor();
  await page.locator(".cm-content").press("Control+Enter");
  await page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
  await page.getByRole("button", { name: "Download the results (zip)" }).waitFor();
}

/** Returns the file that a button hands over. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const file = join(await temporaryFolder(), "saved");
  await (await downloading).saveAs(file);
  return readFileSync(file);
}

describe.skipIf(!CHROMIUM)("the playground", () => {
  const troubles: string[] = [];
  const requests: string[] = [];
  let address = "";
  let page: Page;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${SUB_PATH}`;
    page = await (await sharedChromium()).newPage({ viewport: { width: 1400, height: 900 } });
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", ({ message }) => troubles.push(message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    await page.getByText("21 trials").waitFor();
    await page.locator(".cm-content").waitFor();
  });
  afterAll(async () => {
    await closePages();
    server.close();
  });

  it("needs less than 250 kB of script for its first view", () => {
    expect(gzipSync(readFileSync(new URL("index.js", BUILT))).length).toBeLessThan(250000);
  });

  it("shows what is wrong with a spec at its place, as the command line does", async () => {
    await type(page, "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 5.5\n");
    const problem = page.getByRole("list", { name: "Problems" }).getByRole("button");
    await problem.click();
    expect(await problem.textContent()).toMatch(/^Error, line 4epochs must be an integer .*\(got 5\.5\)/);
    expect(await page.locator(".cm-activeLine").textContent()).toBe("epochs: 5.5");
  });

  it.each(IS_LONG ? ["xor", "lr"] : ["xor"])(
    "ends with the committed results of %s, and asks the network for nothing",
    async (name) => {
      const text = committed(`experiments/${name}.yaml`);
      await page.getByLabel("Example", { exact: true }).selectOption(`experiments/${name}.yaml`);
      await type(page, text);
      requests.length = 0;
      await run(page, name);
      const files = unzipSync(await saved(page, "Download the results (zip)"));
      const textOf = (path: string) => new TextDecoder().decode(files[path]);
      expect(textOf(`experiments/${name}.yaml`)).toBe(text);
      expect(textOf(`results/${name}/trials.csv`)).toBe(committed(`results/${name}/trials.csv`));
      expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
      await photograph(page, `playground-${name}`);
    },
  );

  it("gives the same file in another profile, by a link", async () => {
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText(/link is in|Copied the link/).waitFor();
    const other = await (await sharedChromium()).newPage();
    await other.goto(page.url());
    expect((await saved(other, "Save")).toString()).toBe(committed("experiments/xor.yaml"));
    await other.goto(`${address}#spec=1.broken`);
    await other.getByText("The link is damaged").waitFor();
    await other.close();
  });

  it("trains on a table of the user", async () => {
    await page.getByLabel("Open files").setInputFiles({
      name: "answers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`a,b,answer\n${ROWS.join("\n")}\n`),
    });
    await page.getByRole("button", { name: "New experiment on it" }).click();
    await page.getByText("9 trials").waitFor();
    await run(page, "answers");
    expect(Object.keys(unzipSync(await saved(page, "Download the results (zip)")))).toEqual(
      expect.arrayContaining(["data/answers.csv", "results/answers/trials.csv"]),
    );
  });

  it("asks before it trains for long", async () => {
    await type(page, "dataset: digits\narchitecture: {hidden: [100]}\neta: 1\nepochs: 50000\n");
    await page.getByText(/about \d+ (h|min)/).waitFor();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByRole("alert").getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Run", exact: true }).waitFor();
  });

  it("has no accessibility problems, fits a phone, and says nothing in the console", async () => {
    await page.getByRole("button", { name: "Lessons" }).click();
    await page.getByRole("button", { name: "A first network" }).click();
    await page.evaluate(readFileSync(AXE, "utf8"));
    const found = await page.evaluate<{ id: string; impact: string }[]>(
      "axe.run().then(({ violations }) => violations.map(({ id, impact }) => ({ id, impact })))",
    );
    expect(found).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await photograph(page, "playground-phone");
    expect(troubles).toEqual([]);
  });
});
