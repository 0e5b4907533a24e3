import { createHash } from "node:crypto";
import { jsonText } from "../../text/json-text.ts";
import { packSeries } from "./packed-series.ts";
import type { PageAssets } from "./page-assets.ts";
import type { PageData } from "./page-data.ts";

/**
 * Returns report.html: one file that loads nothing and sends nothing. Its policy allows its own script and style, known
 * by their digests, the trainer's WebAssembly, and a worker made from a text of its own.
 */
export function pageHtml(data: PageData, { script, style, trainer }: PageAssets): string {
  const packed = {
    ...data,
    trials: data.trials.map((trial) => ({ ...trial, series: packSeries(trial.series) })),
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(data.name)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>This page is drawn by its script. The same answer is in summary.md beside it.</noscript>
<script type="application/json" id="data">${embeddedJson(packed)}</script>
<script type="application/json" id="trainer">${embeddedJson(trainer)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${digestOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${digestOf(style)}'`,
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digestOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Returns JSON that cannot end the element it stands in. */
function embeddedJson(value: unknown): string {
  return jsonText(value).replaceAll("<", String.raw`\u003c`);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
