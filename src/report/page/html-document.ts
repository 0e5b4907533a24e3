import { createHash } from "node:crypto";
import { jsonText } from "../../text/json-text.ts";

/** A page of one file, drawn by its script. */
export interface HtmlDocument {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  /** What the script reads, by the id of the element that holds it as JSON. */
  readonly data: Readonly<Record<string, unknown>>;
  /** For readers without scripts. */
  readonly noscript: string;
  /** Whom its script may ask; absent = nobody. */
  readonly connect?: "'self'";
}

/**
 * Returns a page that loads nothing. Its policy allows its own script and style, known by their digests, the trainer's
 * WebAssembly, and a worker made from a text of its own.
 */
export function htmlDocument({ title, style, script, data, noscript, connect }: HtmlDocument): string {
  const elements = Object.entries(data).map(([id, value]) => {
    return `<script type="application/json" id="${id}">${embeddedJson(value)}</script>\n`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style, connect)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>${escapeHtml(noscript)}</noscript>
${elements.join("")}<script>${script}</script>
</body>
</html>
`;
}

function policy(script: string, style: string, connect = "'none'"): string {
  return [
    "default-src 'none'",
    `script-src '${digestOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${digestOf(style)}'`,
    "worker-src blob:",
    `connect-src ${connect}`,
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

/** Returns text for HTML, outside of tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
