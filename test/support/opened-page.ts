import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { makePageData } from "../../src/report/page/make-page-data.ts";
import { readPageAssets } from "../../src/pipeline/read-page-assets.ts";
import { drawnPictures } from "../../src/report/pictures/report-pictures.ts";
import { pageHtml } from "../../src/report/page/page-html.ts";
import type { Results } from "../../src/results/results.ts";
import { temporaryFolder } from "./folders.ts";

/** A page of results in a browser, and what went wrong in it. */
export interface OpenedPage {
  readonly page: Page;
  /** What the console said of errors and warnings, uncaught errors, and every request but for the page and its worker. */
  readonly troubles: readonly string[];
}

/** Writes results as a page and returns its address. */
export async function writtenPage(results: Results): Promise<string> {
  const file = join(await temporaryFolder(), "report.html");
  writeFileSync(file, pageHtml(makePageData(results, drawnPictures(results)), readPageAssets()));
  return pathToFileURL(file).href;
}

/** Opens an address in a tab of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const page = await browser.newPage(options);
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("request", (request) => {
    if (!/^(file|blob):/.test(request.url())) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, troubles };
}

/** Keeps a picture of the page for people, in a folder that git ignores. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync("coverage/page", { recursive: true });
  await page.screenshot({ path: `coverage/page/${name}.png` });
}
