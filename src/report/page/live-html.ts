import { htmlDocument } from "./html-document.ts";
import type { PageAssets } from "./page-assets.ts";

/** Returns the page that draws a sweep while it runs: it asks the server that it came from for everything it shows. */
export function liveHtml({ liveScript, style, trainer }: PageAssets): string {
  return htmlDocument({
    title: "gridient: live",
    style,
    script: liveScript,
    data: { trainer },
    noscript: "This page is drawn by its script. The terminal tells the same in short.",
    connect: "'self'",
  });
}
