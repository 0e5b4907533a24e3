import { statSync } from "node:fs";
import { dirname } from "node:path";
import { GridientError } from "../../errors.ts";
import { commitAt } from "../../files/file-at-revision.ts";
import { git } from "../../files/git.ts";
import type { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { isPart } from "../../spec/check-part.ts";
import { SpecError } from "../../spec/spec-error.ts";
import type { Io } from "../console/io.ts";
import { machineRates } from "../planning/machine-rates.ts";
import { someExperimentFiles } from "../reading/experiment-files.ts";
import { revisionsIn } from "../reading/revisions.ts";
import { versionsKnown } from "../reading/versions-known.ts";
import { checkOne, type CheckOptions } from "../sweeping/check.ts";
import { verifyOne } from "../sweeping/verify.ts";
import { judgeEach } from "../verdicts/judge-each.ts";
import type { Verdict } from "../verdicts/verdict.ts";
import { linksOf } from "./links.ts";
import { reviewExperiment, type Review } from "./review-experiment.ts";
import { problemsMarkdown, reviewMarkdown } from "./review-markdown.ts";

/** Options of the command line. */
export interface ReviewOptions extends Omit<CheckOptions, "threads"> {
  /** The revision before the change. */
  readonly base: string;
  /** Regenerates the results. */
  readonly check?: boolean;
  /** Trials of each experiment to retrain; 0 = none. */
  readonly verify: number;
  readonly limit: number;
}

/**
 * Prints, as Markdown, what a change does to experiments and their results; everything else goes to stderr. Returns the
 * exit code: 1 if a check fails.
 *
 * @param named Files and folders; all experiments where there are none.
 * @throws {GridientError} E_USAGE if there is no such revision, or no experiment.
 */
export async function review(named: readonly string[], options: ReviewOptions, io: Io): Promise<number> {
  const files = someExperimentFiles(named);
  const base = requireCommit(options.base);
  const links = linksOf(io.env, base);
  const log: Io = { ...io, stdout: io.stderr };
  const report = async (verdicts: readonly Verdict[]): Promise<void> => {
    const rates = await machineRates(io);
    const reviews: Review[] = [];
    for (const verdict of verdicts)
      reviews.push(await reviewExperiment(verdict, { ...options, base, rates }));
    const removed = removedExperiments(named, files, base);
    io.stdout.write(reviewMarkdown(reviews, { removed, links, base: options.base }));
  };
  const isTrained = options.check === true || options.verify > 0;
  const common = { ...options, reporter: "text", title: "review", report } as const;
  const judging = isTrained ? { ...common, prepare: versionsKnown(common, log) } : common;
  try {
    return await judgeEach(files, judging, log, (experiment, threads) =>
      judgeOne(experiment, { ...options, threads }, log),
    );
  } catch (error) {
    if (error instanceof SpecError) io.stdout.write(problemsMarkdown(error.problems, links));
    throw error;
  }
}

function requireCommit(revision: string): string {
  const [before, after] = revisionsIn(revision);
  const commit = after === undefined ? commitAt(before) : undefined;
  if (commit !== undefined) return commit;
  throw new GridientError("E_USAGE", `--base: revision not found: ${revision}`, {
    hint: "Name one branch, tag or commit of this repository; in CI, fetch it first",
  });
}

/** Checks and verifies an experiment as far as that is wanted. An expectation is judged once, by all trials if possible. */
async function judgeOne(
  experiment: Experiment,
  options: ReviewOptions & { readonly threads: SharedThreads },
  io: Io,
): Promise<Verdict> {
  const checked: Verdict = options.check
    ? await checkOne(experiment, options, io)
    : { experiment, cancelled: false, cases: [] };
  if (checked.cancelled || options.verify === 0) return checked;
  const verified = await verifyOne(experiment, { ...options, sample: options.verify }, io);
  const judged = new Set(checked.cases.map(({ name }) => name));
  const cases = [...checked.cases, ...verified.cases.filter(({ name }) => !judged.has(name))];
  return { ...checked, cancelled: verified.cancelled, cases };
}

/** A list of names that is longer is cut off by the error of git, and then no file counts as removed. */
const MOST_BYTES = 10_000_000;

/** Returns the experiments that a commit has in the folders of a command line and the disk has not. */
function removedExperiments(named: readonly string[], files: readonly string[], commit: string): string[] {
  const isFolder = (path: string): boolean =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const folders = named.length > 0 ? named.filter(isFolder) : files.map((file) => dirname(file));
  if (folders.length === 0) return [];
  const patterns = [...new Set(folders)].map((folder) => `:(glob)${folder.replaceAll("\\", "/")}/*.y*ml`);
  const options = ["--name-only", "-z", "--relative", "--no-renames", "--diff-filter=D"];
  const { status, stdout } = git(["diff", ...options, commit, "--", ...patterns], ".", MOST_BYTES);
  if (status !== 0) return [];
  const names = stdout.toString().split("\0");
  return names.filter((name) => name !== "" && !isPart(name));
}
