import { appendFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";
import { escapeMarkdown, markdownTable } from "../../report/markdown.ts";
import { leaderboardMarkdown } from "../../report/summary/leaderboard-markdown.ts";
import { counted } from "../../text/counted.ts";
import type { Io } from "../console/io.ts";
import { printProblems, type Reporter } from "../console/report-problems.ts";
import { junitXml } from "./junit-xml.ts";
import type { Verdict, Case } from "./verdict.ts";

/** Where verdicts are written, besides the terminal. */
export interface VerdictOptions {
  /** The command, for reports. */
  readonly title: string;
  readonly reporter: Reporter;
  /** File for JUnit XML. */
  readonly junit?: string;
  /** Reports the verdicts in place of the usual summary of a GitHub job. */
  readonly report?: (verdicts: readonly Verdict[]) => Promise<void>;
}

/**
 * Prints the verdicts on every experiment of a command line: failed expectations at their lines, and everything as JUnit
 * XML and in the summary of a GitHub job. Returns the exit code: 1 if anything failed.
 * @throws {GridientError} E_USAGE, if a file cannot be written.
 */
export async function conclude(
  verdicts: readonly Verdict[],
  { title, reporter, junit, report }: VerdictOptions,
  io: Io,
): Promise<number> {
  const cases = verdicts.flatMap((verdict) => verdict.cases);
  const problems = cases.flatMap(({ problem }) => problem ?? []);
  const closing = `${counted(problems.length, "expectation does", "expectations do")} not hold`;
  printProblems(problems, { reporter, closing }, io);
  const summary = io.env["GITHUB_STEP_SUMMARY"];
  if (report) await report(verdicts);
  else if (summary) await appendFile(summary, stepSummary(title, verdicts));
  if (junit !== undefined) {
    await makeFolder(dirname(junit));
    await writeWhole(junit, junitXml(verdicts));
  }
  return cases.some(({ status }) => status === "failed") ? 1 : 0;
}

/** GitHub cuts a summary of more than 1 MiB off. */
const MOST_ROWS = 100;

/** Returns what a command found as Markdown for the summary of a GitHub job, which gathers those of several commands. */
function stepSummary(title: string, verdicts: readonly Verdict[]): string {
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
  const table = markdownTable(["", "expected", "found"], rows);
  return more > 0 ? `${table}\n\n${more} more.` : table;
}
