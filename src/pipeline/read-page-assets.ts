import { readFileSync } from "node:fs";
import { GridientError } from "../errors.ts";
import { packageFile } from "../files/package-file.ts";
import type { PageAssets } from "../report/page/page-assets.ts";

/** The scripts: `page` for finished results, `live` for a sweep that is running, `index` for a list of results. */
export type PageName = "page" | "live" | "index";

/**
 * Reads the files that src/build/browser.mjs made.
 *
 * @throws {GridientError} E_UNEXPECTED if it was not built.
 */
export function readPageAssets(name: PageName = "page"): PageAssets {
  return {
    script: read(`${name}.js`),
    style: read(name === "index" ? "index.css" : "page.css"),
    trainer: read("trainer.txt"),
  };
}

function read(name: string): string {
  try {
    return readFileSync(packageFile(`dist/browser/${name}`), "utf8");
  } catch (cause) {
    const message = `File not found: dist/browser/${name}, a part of report.html`;
    throw new GridientError("E_UNEXPECTED", message, { cause, hint: "Run npm run build" });
  }
}
