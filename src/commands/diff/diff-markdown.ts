import { escapeMarkdown, markdownTable } from "../../report/markdown.ts";
import { changeRows, countRows, diffLists, type Rows } from "./diff-tables.ts";
import type { Difference } from "./difference.ts";

/** Returns a difference as Markdown, for a pull request. @param titles The two sides. */
export function diffMarkdown(difference: Difference, [before, after]: readonly [string, string]): string {
  const lists = diffLists(difference).flatMap(({ title, rows, more }) => {
    return [`**${title}**`, table(rows), ...(more > 0 ? [`and ${more} more`] : [])];
  });
  const heading = `### ${escapeMarkdown(`${before} → ${after}`)}`;
  const parts = [heading, table(countRows(difference)), table(changeRows(difference)), ...lists];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function table([headings, ...rows]: Rows): string {
  if (!headings) return "";
  const cells = [headings, ...rows].map((row) => row.map(escapeMarkdown));
  const isNamed = headings[0] === "";
  const sided = cells[0]!.map((heading, i) => (isNamed && i === 0 ? heading : `${heading}:`));
  return markdownTable(sided, cells.slice(1));
}
