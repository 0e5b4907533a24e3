import { drawnBody, htmlDocument } from "./html-document.ts";
import type { PageAssets } from "./page-assets.ts";

const NOSCRIPT = "This page is drawn by its script. The terminal tells the same in short.";

/** Returns the page that draws a sweep while it runs: it asks the server that it came from for everything it shows. */
export function liveHtml({ script, style, trainer }: PageAssets): string {
  const body = drawnBody({ trainer }, NOSCRIPT);
  return htmlDocument({ title: "gridient: live", style, body, script, connect: "'self'" });
}
