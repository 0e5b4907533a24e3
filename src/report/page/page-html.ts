import { drawnBody, htmlDocument } from "./html-document.ts";
import { packPage } from "./packed-series.ts";
import type { PageAssets } from "./page-assets.ts";
import type { PageData } from "./page-data.ts";

const NOSCRIPT = "This page is drawn by its script. The same answer is in summary.md beside it.";

/** Returns report.html: one file that loads nothing and sends nothing. */
export function pageHtml(data: PageData, { script, style, trainer }: PageAssets): string {
  const body = drawnBody({ data: packPage(data), trainer }, NOSCRIPT);
  return htmlDocument({ title: data.name, style, body, script });
}

const LIVE_NOSCRIPT = "This page needs JavaScript. The terminal shows the same in short.";

/** Returns the page that draws a sweep while it runs: it asks the server that it came from for everything it shows. */
export function liveHtml({ script, style, trainer }: PageAssets): string {
  const body = drawnBody({ trainer }, LIVE_NOSCRIPT);
  return htmlDocument({ title: "gridient: live", style, body, script, connect: "'self'" });
}
