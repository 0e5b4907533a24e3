import { packageVersion } from "../../files/package-file.ts";
import { detailsMarkdown } from "../../report/summary/details-markdown.ts";
import { markdownTable, plainMarkdown } from "../../report/markdown.ts";
import { intervalText } from "../../results/figure-text.ts";
import type { Problem } from "../../spec/problem.ts";
import { TRAINER_VERSION } from "../../trials/trainer-version.ts";
import { counted } from "../../text/counted.ts";
import type { Case } from "../verdicts/verdict.ts";
import { bestChangeOf, bestText } from "./best-change.ts";
import { experimentDetails } from "./experiment-details.ts";
import { firstLine, hasFailed, isChanged, wordOf } from "./first-line.ts";
import type { Links } from "./links.ts";
import type { Review } from "./review-experiment.ts";

/** What a review mentions besides experiments. */
interface Context {
  /** Experiments that the change removes, by file. */
  readonly removed: readonly string[];
  readonly links: Links;
  /** What the change is compared with, as the user names it; a commit in full is cut. */
  readonly base: string;
}

/** Checks and experiments that a table shows: a comment must not become long. */
const MOST_ROWS = 30;

/** In full it would make a table too wide. */
const TRIAL_ID = /\b([0-9a-f]{12})[0-9a-f]{52}\b/g;

/** Returns a review: the answer in the first line, a table, failed checks; everything else is folded. */
export function reviewMarkdown(reviews: readonly Review[], { removed, links, base }: Context): string {
  const changed = reviews.filter(isChanged);
  const sections = [
    firstLine(reviews, removed),
    resultsTable(changed, links),
    failuresTable(reviews),
    ...changed.map((one) => experimentDetails(one, links, changed.length === 1)),
    passedTable(reviews),
    `<sub>Compared with ${plainMarkdown(shortName(base))}; gridient ${packageVersion()}, trainer version ${TRAINER_VERSION}.</sub>`,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** Returns the review of experiments with mistakes, of which nothing else is known. */
export function problemsMarkdown(problems: readonly Problem[], links: Links): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const rows = errors.slice(0, MOST_ROWS).map(({ file, line, message }) => {
    return [`[${plainMarkdown(`${file}:${line}`)}](${links.page(file)}#L${line})`, plainMarkdown(message)];
  });
  const heading = `❌ **${counted(errors.length, "mistake")} in the experiments**, so nothing was compared.`;
  return `${[heading, markdownTable(["place", "mistake"], rows), ...moreText(errors)].join("\n\n")}\n`;
}

function shortName(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : revision;
}

function resultsTable(changed: readonly Review[], links: Links): string {
  if (changed.length === 0) return "";
  const rows = changed.slice(0, MOST_ROWS).map((one) => {
    const name = `[${plainMarkdown(one.experiment.name)}](${links.page(`${one.folder}/summary.md`)})`;
    if (!one.results) return [name, ...loneCells(one), `**${wordOf(one)}**`, checksText(one.cases)];
    const { best, before, after, difference, outcome } = bestChangeOf(one.results);
    const figures = [before, after, difference].map(figureCell);
    return [name, plainMarkdown(best), ...figures, `**${outcome}**`, checksText(one.cases)];
  });
  const headings = ["experiment", "best setting", "before:", "after:", "difference:", "verdict", "checks"];
  return [markdownTable(headings, rows), ...moreText(changed)].join("\n\n");
}

/** Returns the cells of an experiment that has results only after the change, or none. */
function loneCells({ board }: Review): string[] {
  if (!board?.best) return ["", "", "", ""];
  const after = intervalText(board.experiment.objective.metric, board.best.objective);
  return [plainMarkdown(bestText(board)), "", figureCell(after), ""];
}

/** A figure with its interval stays in one line. */
function figureCell(figure: string): string {
  return plainMarkdown(figure).replaceAll(" ", "\u00a0");
}

function checksText(cases: readonly Case[]): string {
  const failed = cases.filter(hasFailed).length;
  const judged = cases.filter(({ status }) => status !== "skipped").length;
  if (judged === 0) return "";
  return failed > 0 ? `**${failed} of ${judged} failed**` : `${judged} passed`;
}

function failuresTable(reviews: readonly Review[]): string {
  const failed = reviews.flatMap(({ experiment, cases }) =>
    cases.filter(hasFailed).map((own) => [experiment.file, own.name, own.found]),
  );
  return failed.length === 0 ? "" : casesTable(failed).join("\n\n");
}

function passedTable(reviews: readonly Review[]): string {
  const passed = reviews.flatMap(({ experiment, cases }) =>
    cases
      .filter((own) => !hasFailed(own))
      .map(({ name, status, found }) => [
        experiment.file,
        name,
        `${status === "skipped" ? "not judged: " : ""}${found}`,
      ]),
  );
  return passed.length === 0 ? "" : detailsMarkdown("Checks that pass", ...casesTable(passed));
}

function casesTable(cases: readonly (readonly string[])[]): string[] {
  const rows = cases.slice(0, MOST_ROWS).map((cells) => {
    return cells.map((cell) => plainMarkdown(cell.replaceAll(TRIAL_ID, "$1…")));
  });
  return [markdownTable(["experiment", "check", "found"], rows), ...moreText(cases)];
}

function moreText(list: readonly unknown[]): string[] {
  return list.length > MOST_ROWS ? [`and ${list.length - MOST_ROWS} more`] : [];
}
