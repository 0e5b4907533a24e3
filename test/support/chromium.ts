import { accessSync, constants } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { chromium, type Browser, type BrowserServer } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of this machine; undefined where there is none. */
export const CHROMIUM: string | undefined = findChromium();

/** The tests trust what they open; as root, as in containers, Chromium has no sandbox. */
const OPTIONS = { executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-gpu"] };

/** Starts a browser. */
export function startChromium(): Promise<Browser> {
  return chromium.launch(OPTIONS);
}

/** Starts a browser for several processes of this machine. */
export function serveChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ ...OPTIONS, host: "127.0.0.1" });
}

let shared: Promise<Browser> | undefined;

/** Returns the browser that all tests of this run share. Each page of `newPage()` has a profile of its own. */
export function sharedChromium(): Promise<Browser> {
  return (shared ??= text(connect(process.env["CHROMIUM_SOCKET"]!)).then((url) => chromium.connect(url)));
}

/** Closes the pages that a file of tests has opened. */
export async function closePages(): Promise<void> {
  for (const context of (await shared)?.contexts() ?? []) await context.close();
}

function findChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
  if (!found)
    process.stderr.write(
      "SKIPPED: tests of the page, as no Chromium is installed (apt-get install chromium)\n",
    );
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
