import type { Problem } from "../spec/problem.ts";
import { errorAt, sourceText } from "../spec/source-text.ts";
import { statement, type Statement } from "../statement.ts";

const OPENING = /^<!-- gridient:table (\S+) (.+?) -->$/;
const CLOSING = "<!-- /gridient -->";

/** A Markdown text with its marked blocks filled. */
export interface FilledText {
  readonly text: string;
  /** Blocks that could not be filled; their text does not change. */
  readonly problems: readonly Problem[];
}

/**
 * Fills the marked blocks of a Markdown text, `<!-- gridient:table results/lr leaderboard -->` to
 * `<!-- /gridient -->`, with the table below the heading of that name in the folder's summary.md.
 *
 * @param readSummary Returns a folder's summary.md; undefined where there is none.
 */
export function fillTables(
  text: string,
  file: string,
  readSummary: (folder: string) => string | undefined,
): FilledText {
  const lines = text.split("\n");
  const source = sourceText(text, file);
  const filled: string[] = [];
  const problems: Problem[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    filled.push(line);
    const match = OPENING.exec(line.trim());
    if (!match) continue;
    const end = lines.findIndex((candidate, at) => at > i && candidate.trim() === CLOSING);
    const table = end < 0 ? unclosed() : findTable(match[1]!, match[2]!, readSummary);
    if ("rows" in table) {
      filled.push("", ...table.rows, "");
      i = end - 1;
    } else {
      const start = source.lineStarts[i]!;
      problems.push(errorAt({ source, start, end: start + line.length }, table));
    }
  }
  return { text: filled.join("\n"), problems };
}

function unclosed(): Statement {
  const message = `This block has no end: ${CLOSING} not found`;
  return statement("unfilled-table", message, `Write ${CLOSING} on a line below it`);
}

function findTable(
  folder: string,
  name: string,
  readSummary: (folder: string) => string | undefined,
): { rows: string[] } | Statement {
  const summary = readSummary(folder);
  if (summary === undefined) {
    const hint = "Run the experiment, and write the path of its results folder from the current folder";
    return statement("unfilled-table", `File not found: ${folder}/summary.md`, hint);
  }
  const tables = tablesOf(summary);
  const rows = tables.get(name.toLowerCase());
  if (rows) return { rows };
  const message = `${folder}/summary.md has no table ${JSON.stringify(name)}`;
  return statement("unfilled-table", message, `Use one of its tables: ${[...tables.keys()].join(", ")}`);
}

/** Returns the first table below each heading of the second level, by the heading in lower case. */
function tablesOf(summary: string): Map<string, string[]> {
  const sections = summary.split(/^## /m).slice(1);
  const tables = sections.map((section): [string, string[]] => {
    const [heading, ...lines] = section.split("\n");
    const first = lines.findIndex((line) => line.startsWith("|"));
    const beyond = lines.findIndex((line, i) => i > first && !line.startsWith("|"));
    return [
      heading!.trim().toLowerCase(),
      first < 0 ? [] : lines.slice(first, beyond < 0 ? lines.length : beyond),
    ];
  });
  return new Map(tables.filter(([, rows]) => rows.length > 0));
}
