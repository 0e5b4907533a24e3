/**
 * Text and tables in the Markdown of code hosts.
 * @module
 */
import { visibleText } from "../text/visible-text.ts";
import { largestOf } from "../math/extremes.ts";

/** Returns any text as one line of Markdown that shows exactly it: no markup, no HTML, no formula, no Liquid. */
export function escapeMarkdown(text: string): string {
  const line = visibleText(text.replaceAll(/\s+/g, " ").trim());
  return line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/\{(?=[{%])/g, "&#123;")
    .replaceAll(/[\\`*_|~$]|\](?=[[(:])/g, String.raw`\$&`)
    .replace(/^(?=#|=|[-+](?:[-+ ]|$))|(?<=^\d+)(?=[.)](?: |$))/, "\\");
}

/** Returns a table. Cells are Markdown already; a heading that ends in ":" aligns its column to the right. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = headings.map((heading) => (heading.endsWith(":") ? "---:" : "---"));
  return [line(headings.map((heading) => heading.replace(/:$/, ""))), line(rule), ...rows.map(line)].join(
    "\n",
  );
}

/** Returns text as a block of code that nothing in it can end. */
export function fencedMarkdown(text: string, language: string): string {
  const lines = text.trimEnd().split("\n").map(visibleText).join("\n");
  const longest = Math.max(2, largestOf((lines.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${lines}\n${fence}`;
}
