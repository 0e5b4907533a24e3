import { drawnBody, htmlDocument } from "./html-document.ts";
import { packPage } from "./packed-series.ts";
import type { PageAssets } from "./page-assets.ts";
import type { PageData } from "./page-data.ts";

const NOSCRIPT = "This page needs JavaScript. summary.md in the same folder has the same answer.";

/** Returns report.html: one file that neither loads nor sends anything. */
export function pageHtml(data: PageData, { script, style, trainer }: PageAssets): string {
  const body = drawnBody({ data: packPage(data), trainer }, NOSCRIPT);
  return htmlDocument({ title: data.name, style, body, script });
}

const LIVE_NOSCRIPT = "This page needs JavaScript. The terminal shows the most important results.";

/** Returns the page that shows a sweep while it runs; it loads its data from the server that it came from. */
export function liveHtml({ script, style, trainer }: PageAssets): string {
  const body = drawnBody({ trainer }, LIVE_NOSCRIPT);
  return htmlDocument({ title: "gridient: live", style, body, script, connect: "'self'" });
}
