import { escapeMarkdown, markdownTable, withoutMentions } from "../../report/markdown.ts";
import { plainTable } from "../../terminal/plain-table.ts";
import { jsonText } from "../../text/json-text.ts";
import type { ComparedConfiguration } from "../../trials/compare-plans.ts";
import { changeRows, countRows, diffLists, fileLines, type Rows } from "./diff-tables.ts";
import type { Difference } from "./difference.ts";

/** Returns a difference for people. @param titles The two sides. */
export function diffText(difference: Difference, [before, after]: readonly [string, string]): string {
  const lists = diffLists(difference).map(({ title, rows, more }) => {
    return [title.toLowerCase(), textTable(rows), ...(more > 0 ? [`... and ${more} more`] : [])].join("\n");
  });
  const parts = [
    `${before} -> ${after}`,
    textTable(countRows(difference)),
    textTable(changeRows(difference)),
    fileLines(difference).join("\n"),
    ...lists,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function textTable(rows: Rows): string {
  return rows.length === 0
    ? ""
    : plainTable(
        rows,
        rows[0]!.map((_, i) => (i === 0 && rows[0]![0] === "" ? "left" : "right")),
      );
}

/** Returns a difference as Markdown, for a pull request. @param titles The two sides. */
export function diffMarkdown(difference: Difference, titles: readonly [string, string]): string {
  return withoutMentions(`### ${escapeMarkdown(titles.join(" → "))}\n\n${differenceMarkdown(difference)}\n`);
}

/** Returns the tables of a difference as Markdown. */
export function differenceMarkdown(difference: Difference): string {
  const lists = diffLists(difference).flatMap(({ title, rows, more }) => {
    return [`**${title}**`, markdownRows(rows), ...(more > 0 ? [`and ${more} more`] : [])];
  });
  const parts = [
    markdownRows(countRows(difference)),
    markdownRows(changeRows(difference)),
    fileLines(difference)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .join("\n"),
    ...lists,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function markdownRows([headings, ...rows]: Rows): string {
  if (!headings) return "";
  const cells = [headings, ...rows].map((row) => row.map(escapeMarkdown));
  const isNamed = headings[0] === "";
  const sided = cells[0]!.map((heading, i) => (isNamed && i === 0 ? heading : `${heading}:`));
  return markdownTable(sided, cells.slice(1));
}

/** Returns a difference as JSON: every trial by its id. @param titles The two sides. */
export function diffJson(difference: Difference, [before, after]: readonly [string, string]): string {
  const { changes, files, costs, added, removed, unchanged } = difference;
  const lists = {
    added: added.map(configurationData),
    removed: removed.map(configurationData),
    unchanged: unchanged.map(({ id }) => id),
  };
  return `${jsonText({ before, after, costs, changes, ...(files.length > 0 && { files }), ...lists }, 2)}\n`;
}

function configurationData({ trials }: ComparedConfiguration): object {
  return {
    ...trials[0]!.configuration,
    trials: trials.map(({ id, replicate }) => ({ id, replicate })),
  };
}
