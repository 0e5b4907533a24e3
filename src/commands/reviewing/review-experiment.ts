import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GridientError } from "../../errors.ts";
import { readStandings, reviewResults, type ReviewedResults } from "../../pipeline/read-results.ts";
import { resultsFolder } from "../../pipeline/run-experiment.ts";
import type { Board } from "../../results/board.ts";
import { groupBy } from "../../results/group-by.ts";
import { resultFiles } from "../../results/result-files.ts";
import type { Results } from "../../results/results.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { counted } from "../../text/counted.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Rates } from "../../trials/rates.ts";
import { differenceOf, type Difference } from "../planning/difference.ts";
import { isAbsentAt } from "../planning/read-revision.ts";
import { planOfTables } from "../../pipeline/rounds/plan-of-tables.ts";
import { readSides } from "../planning/read-sides.ts";
import type { Case, Verdict } from "../verdicts/verdict.ts";

/** What a change does to one experiment. */
export interface Review {
  readonly experiment: Pick<Experiment, "name" | "file">;
  /** The folder of its results. */
  readonly folder: string;
  readonly cases: readonly Case[];
  /** Whether the experiment did not exist before. */
  readonly isNew: boolean;
  /** Of the trials; undefined where one side cannot be read. */
  readonly difference: Difference | undefined;
  /** Undefined where one side has no results. */
  readonly results: ReviewedResults | undefined;
  /** Of the results after the change. */
  readonly board: Board | undefined;
  /** Why results are not compared; "" where they are. */
  readonly missing: string;
  /** Only one side has results that can be read, so they differ. */
  readonly isOneSided: boolean;
  /** The results were regenerated, and the committed ones are others. */
  readonly isStale: boolean;
  /** The committed picture of its curves, below the folder; `isOld` where the commit before the change has it, too. */
  readonly curves: { readonly path: string; readonly isOld: boolean } | undefined;
}

/** The first picture of a summary is that of its curves or descents. */
const FIRST_PICTURE = /^!\[.*\]\((plots\/[\w.-]+\.svg)\)$/m;

/** Where an experiment is compared. */
interface Surroundings {
  /** The commit before the change. */
  readonly base: string;
  readonly out: string;
  readonly limit: number;
  readonly rates: Rates;
}

/** Compares an experiment and its results with those of a commit: results as they were regenerated, else as they are on disk. */
export async function reviewExperiment(
  { experiment, cases, results: fresh }: Verdict,
  { base, out, limit, rates }: Surroundings,
): Promise<Review> {
  const { file } = experiment;
  const folder = resultsFolder(experiment, out);
  const [before, after] = await readSides([{ file, revision: base }, { file }], limit);
  const isReadable = before.problems.length === 0 && after.plan !== undefined;
  const files = fresh && textsOf(fresh);
  const hadResults = !isAbsentAt(join(folder, SUMMARY), base);
  const hasResults = files !== undefined || areResultsOf(after.plan, folder);
  const results =
    hadResults && hasResults
      ? await compared(folder, base, files)
      : { results: undefined, missing: hasResults ? FIRST : NONE };
  return {
    experiment,
    folder,
    cases: gathered(cases),
    isNew: isAbsentAt(file, base),
    difference: isReadable ? differenceOf(before.plan, after.plan, rates) : undefined,
    ...results,
    isOneSided: results.results === undefined && (hadResults || hasResults),
    board: results.results?.boards.after ?? (hasResults ? await boardOf(folder, files) : undefined),
    isStale: files !== undefined && files.get(SUMMARY) !== textIn(folder, SUMMARY),
    curves: curvesOf(folder, base),
  };
}

const SUMMARY = "summary.json";
const FIRST = "there were no results before the change";
const NONE = "there are no results of it as it is now: sweep, and commit them";

/** Returns one case for each rule: a check lists its differences one by one. */
function gathered(cases: readonly Case[]): Case[] {
  const byName = [...groupBy(cases, ({ name }) => name).values()];
  return byName.map(([first, ...others]) => {
    const more = others.length === 0 ? "" : `, and ${counted(others.length, "more difference")}`;
    return { ...first!, found: `${first!.found}${more}` };
  });
}

/** Returns the tables of results by name; a table that is too long to be committed is left out. */
function textsOf(results: Results): ReadonlyMap<string, string> {
  const tables = resultFiles(results).filter(({ committed }) => committed);
  return new Map(tables.map(({ path, content }) => [path, content]));
}

/** Returns whether a folder has every trial of a plan, as its own results decide it: it may have results of the spec before the change. */
function areResultsOf(plan: Plan | undefined, folder: string): boolean {
  const texts = ["trials.csv", "epochs.csv"].map((name) => [name, textIn(folder, name)] as const);
  const tables = new Map(
    texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
  );
  const ids = new Set(tables.get("trials.csv")?.match(/\b[0-9a-f]{64}\b/g));
  if (!plan || ids.size === 0) return false;
  return planOfTables(plan.experiment, tables).trials.every(({ id }) => ids.has(id));
}

function textIn(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

async function compared(
  folder: string,
  base: string,
  files: ReadonlyMap<string, string> | undefined,
): Promise<Pick<Review, "results" | "missing">> {
  try {
    return { results: await reviewResults({ folder, revision: base }, { folder, files }), missing: "" };
  } catch (error) {
    if (!(error instanceof GridientError)) throw error;
    return { results: undefined, missing: error.message };
  }
}

/** Damaged results have no board. */
async function boardOf(
  folder: string,
  files: ReadonlyMap<string, string> | undefined,
): Promise<Board | undefined> {
  return readStandings({ folder, files }).catch(() => undefined);
}

function curvesOf(folder: string, base: string): Review["curves"] {
  const [, path] = FIRST_PICTURE.exec(textIn(folder, "summary.md") ?? "") ?? [];
  if (path === undefined || !existsSync(join(folder, path))) return undefined;
  return { path, isOld: !isAbsentAt(join(folder, path), base) };
}
