import { readFileSync } from "node:fs";
import { GridientError } from "../../errors.ts";

/** What every page carries besides its data. */
export interface PageAssets {
  /** JavaScript that draws the page. */
  readonly script: string;
  readonly style: string;
  /** JavaScript that draws a sweep while it runs. */
  readonly liveScript: string;
  /** JavaScript of the worker that trains. */
  readonly trainer: string;
}

/** The same for this file and for what the compiler makes of it. */
const folder = new URL("../../../dist/browser/", import.meta.url);

/** Reads what src/browser/build.mjs made. @throws {GridientError} E_UNEXPECTED where it was not built. */
export function readPageAssets(): PageAssets {
  return {
    script: read("page.js"),
    style: read("page.css"),
    liveScript: read("live.js"),
    trainer: read("trainer.js"),
  };
}

function read(name: string): string {
  try {
    return readFileSync(new URL(name, folder), "utf8");
  } catch (cause) {
    const message = `Cannot write report.html as its script must be built: "${name}"`;
    throw new GridientError("E_UNEXPECTED", message, { cause, hint: "Run npm run build" });
  }
}
