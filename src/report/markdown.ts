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

/**
 * Returns Markdown for a comment in which no text mentions a person, an issue or a merge request, which would notify
 * people, and no address becomes a link: an invisible blank separates its parts. Links must be added afterwards.
 */
export function withoutMentions(markdown: string): string {
  return markdown.replaceAll(
    /@|(?<!&)#(?=\d)|(?:!|&amp;)(?=\d)|\bGH-(?=\d)|\bwww(?=\.)|:(?=\/\/)/gi,
    (start) => `${start}&#8203;`,
  );
}

/** Returns any text as one line of Markdown for a comment, in which it is only text. */
export function plainMarkdown(text: string): string {
  return withoutMentions(escapeMarkdown(text));
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
