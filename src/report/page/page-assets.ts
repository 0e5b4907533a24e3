import { readFileSync } from "node:fs";
import { GridientError } from "../../errors.ts";
import { packageFile } from "../../files/package-file.ts";

/** What every page carries besides its data. */
export interface PageAssets {
  /** JavaScript that draws the page. */
  readonly script: string;
  readonly style: string;
  /** JavaScript of the worker that trains. */
  readonly trainer: string;
}

/**
 * Reads what src/build/browser.mjs made.
 *
 * @param name Of the script: of finished results, or of a sweep that runs.
 * @throws {GridientError} E_UNEXPECTED where it was not built.
 */
export function readPageAssets(name: "page" | "live" = "page"): PageAssets {
  return { script: read(`${name}.js`), style: read("page.css"), trainer: read("trainer.js") };
}

function read(name: string): string {
  try {
    return readFileSync(packageFile(`dist/browser/${name}`), "utf8");
  } catch (cause) {
    const message = `Cannot write report.html as its script must be built: "${name}"`;
    throw new GridientError("E_UNEXPECTED", message, { cause, hint: "Run npm run build" });
  }
}
