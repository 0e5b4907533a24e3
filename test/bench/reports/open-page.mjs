/**
 * Opens a page in Chromium, each time in a new tab, and prints a JSON list of the seconds from the start of its loading
 * until it was drawn; `null` where no Chromium is installed.
 * @module
 */
import { argv, env } from "node:process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Runs in the page: milliseconds from the start of its loading until two frames are drawn. */
const UNTIL_DRAWN = `new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
})`;

const [, , file, times] = argv;
const executablePath = findChromium();
console.log(executablePath ? JSON.stringify(await openPage(executablePath)) : "null");

async function openPage(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const seconds = [];
  for (let i = 0; i < Number(times); i++) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.getByRole("heading", { level: 1 }).waitFor();
    seconds.push((await page.evaluate(UNTIL_DRAWN)) / 1000);
    await page.close();
  }
  await browser.close();
  return seconds;
}

function findChromium() {
  const folders = (env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
