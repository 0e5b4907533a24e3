import { leaderboardMarkdown } from "../../report/summary/leaderboard-markdown.ts";
import { escapeMarkdown, markdownTable } from "../../report/markdown.ts";
import type { Case, Verdict } from "./verdict.ts";

/** GitHub cuts a summary of more than 1 MiB off. */
const MOST_ROWS = 100;

/** Returns what a command found as Markdown for the summary of a GitHub job, which gathers those of several commands. */
export function stepSummary(title: string, verdicts: readonly Verdict[]): string {
  const sections = verdicts.map(({ experiment, cases, results }) => [
    `## ${escapeMarkdown(`${title} ${experiment.file}`)}`,
    casesTable(cases),
    ...(results ? [leaderboardMarkdown(results).replace(/^## /, "### ")] : []),
  ]);
  return `${sections
    .flat()
    .filter((section) => section !== "")
    .join("\n\n")}\n\n`;
}

function casesTable(cases: readonly Case[]): string {
  // What failed must not be cut off.
  const failedFirst = cases.toSorted((a, b) => Number(b.status === "failed") - Number(a.status === "failed"));
  const rows = failedFirst
    .slice(0, MOST_ROWS)
    .map(({ name, status, found }) => [
      status === "failed" ? "**failed**" : status,
      escapeMarkdown(name),
      escapeMarkdown(found),
    ]);
  const more = cases.length - rows.length;
  const table = markdownTable(["", "what must be so", "found"], rows);
  return more > 0 ? `${table}\n\n${more} more.` : table;
}
