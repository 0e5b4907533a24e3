import { GridientError } from "../../errors.ts";
import { compareCommitted } from "../../pipeline/compare-committed.ts";
import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import { resultsFolder } from "../../pipeline/run-experiment.ts";
import { storedExperiment } from "../../pipeline/stored-experiment.ts";
import { writeResults } from "../../pipeline/write-results.ts";
import type { Experiment } from "../../spec/experiment.ts";
import {
  undrawnCases,
  undrawnText,
  expectationCases,
  type Verdict,
  expectationsLine,
  checkVerdict,
} from "../verdicts/verdict.ts";
import { fillPages } from "./fill-pages.ts";
import { damageText } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { loadContext } from "../reading/load-context.ts";
import { judgeEach, type JudgingOptions } from "../verdicts/judge-each.ts";

/** Options of the command line. */
export interface ReportOptions extends JudgingOptions {
  readonly out: string;
  readonly store: string;
  /** Markdown files with marked tables. */
  readonly write?: readonly string[];
  /** Write nothing; exit code 1 if something is stale. */
  readonly check?: boolean;
}

/**
 * Writes the results of experiments again from their records, without training, then fills the marked tables of
 * Markdown files; or checks that both are current. Returns the exit code.
 *
 * @param names Experiments by file, or by name.
 * @throws {GridientError} E_USAGE, E_STORE.
 */
export async function report(names: readonly string[], options: ReportOptions, io: Io): Promise<number> {
  const { write = [], check = false } = options;
  if (names.length + write.length === 0) {
    throw new GridientError("E_USAGE", "Name an experiment to report, or use --write");
  }
  const title = check ? "report --check" : "report";
  const prepare = (experiment: Experiment): Promise<Experiment> => notedVersions(experiment, options.store);
  const code =
    names.length === 0
      ? 0
      : await judgeEach(names.map(specFile), { ...options, title, prepare }, io, (experiment) =>
          reportOne(experiment, options, io),
        );
  if (write.length === 0 || code === 2) return code;
  return Math.max(code, await fillPages({ ...options, write }, io));
}

function specFile(name: string): string {
  return /\.ya?ml$/.test(name) ? name : `experiments/${name}.yaml`;
}

async function reportOne(experiment: Experiment, options: ReportOptions, io: Io): Promise<Verdict> {
  const { out, store, check } = options;
  const load = loadContext(undefined, io, new AbortController().signal);
  const { results, missing, trials, undrawn } = await storedExperiment(
    experiment,
    { storeDir: store, load },
    (file, reason) => io.stderr.write(damageText(file, reason)),
  );
  if (missing.length > 0) return reportMissing(experiment, `${missing.length} of ${trials.length}`, io);
  if (check) {
    if (undrawn !== undefined) io.stderr.write(undrawnText(experiment, undrawn));
    return checkVerdict({ results, ...(await compareCommitted(results, out)) }, io);
  }
  const folder = resultsFolder(experiment, out);
  const { undrawn: unmade = undrawn } = await writeResults(folder, results);
  io.stdout.write(`results: ${folder}\n${expectationsLine(results)}`);
  if (unmade !== undefined) io.stderr.write(undrawnText(experiment, unmade));
  const cases = [...undrawnCases(unmade), ...expectationCases(results)];
  return { experiment, cancelled: false, cases, results };
}

/** Complete results must not be replaced by incomplete ones. */
function reportMissing(experiment: Experiment, count: string, io: Io): Verdict {
  const found = `Trials of ${experiment.name} without a record: ${count}`;
  const command = readersCommand("sweep", [experiment.file], experiment.set);
  io.stderr.write(`error: ${found}\n  to train them: ${command}\n`);
  const name = "every trial has a record";
  return { experiment, cancelled: false, cases: [{ name, status: "failed", found }] };
}
