import { sha256Bytes } from "../../text/sha256.ts";
import { base64Text } from "../../text/base64.ts";
import { jsonText } from "../../text/json-text.ts";

/** A page of one file. */
export interface HtmlDocument {
  readonly title: string;
  readonly style: string;
  /** HTML. */
  readonly body: string;
  /** Runs after the body has loaded; absent = no script may run. */
  readonly script?: string;
  /** Where the script may connect to; absent = nowhere. */
  readonly connect?: "'self'";
  /** Where images may come from and forms may lead, beside data in the page; absent = nowhere. */
  readonly links?: "'self'";
}

/** Else a browser that may load images asks for one. */
const NO_ICON = '<link rel="icon" href="data:,">\n';

/**
 * Returns a page that loads nothing. Its policy allows its own script and style, by their digests, the trainer's
 * WebAssembly, and a worker made from text in the page.
 */
export function htmlDocument(page: HtmlDocument): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.links === undefined ? "" : NO_ICON}<title>${escapeHtml(page.title)}</title>
<style>${page.style}</style>
</head>
<body>
${page.body}
${page.script === undefined ? "" : `<script>${page.script}</script>\n`}</body>
</html>
`;
}

/**
 * Returns the body of a page that its script draws.
 *
 * @param data What the script reads, by the id of the element that contains it as JSON.
 * @param noscript For readers without scripts.
 */
export function drawnBody(data: Readonly<Record<string, unknown>>, noscript: string): string {
  const elements = Object.entries(data).map(([id, value]) => {
    return `<script type="application/json" id="${id}">${embeddedJson(value)}</script>`;
  });
  return ['<div id="page"></div>', `<noscript>${escapeHtml(noscript)}</noscript>`, ...elements].join("\n");
}

/** Returns text for HTML, outside of tags or as an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function policy({ script, style, connect, links }: HtmlDocument): string {
  return [
    "default-src 'none'",
    script === undefined ? "script-src 'none'" : `script-src '${digestOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${digestOf(style)}'`,
    `img-src data:${links === undefined ? "" : ` ${links}`}`,
    "worker-src blob:",
    `connect-src ${connect ?? "'none'"}`,
    "base-uri 'none'",
    `form-action ${links ?? "'none'"}`,
  ].join("; ");
}

function digestOf(text: string): string {
  return `sha256-${base64Text(sha256Bytes(text))}`;
}

/** Returns JSON that cannot end the element that contains it. */
function embeddedJson(value: unknown): string {
  return jsonText(value).replaceAll("<", String.raw`\u003c`);
}
