import { dataStreamKey } from "../math/stream-key.ts";
import { RandomStream } from "../math/random-stream.ts";
import { buildResults } from "../results/build-results.ts";
import { contradictions } from "../results/changes/compare-files.ts";
import { differences, rowDifferences } from "../results/changes/differences.ts";
import { toleratedText } from "../results/changes/tolerance.ts";
import { resultKindOf } from "../results/kinds/result-kind-of.ts";
import { resultFiles } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";
import type { Experiment } from "../spec/experiment.ts";
import { emptyStore } from "../store/empty-store.ts";
import { readResults } from "../store/results-folder.ts";
import { isRecord, type Outcome } from "../training/outcome.ts";
import type { Plan } from "../trials/plan.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import { resultsFolder, type RunOptions } from "./run-experiment.ts";
import { confirmBest } from "./confirm-best.ts";
import { knowVersions } from "./programs/know-versions.ts";
import { planBy, planOfTables } from "./rounds/plan-of-tables.ts";
import { noteVerified, verifiedBy } from "./programs/note-verified.ts";
import { settingsOf } from "./stored-outcomes.ts";
import { trainPlanned } from "./train-planned.ts";
import { localTraining } from "./local-means.ts";

/** How to verify: like a run, but no record is read or written; of programs, what was found is noted beside their tables. */
export interface VerifyOptions extends Omit<RunOptions, "storeDir"> {
  /** Trials to retrain; absent = all. */
  readonly sample?: number | undefined;
}

/** What a verification finds. */
export interface Verification {
  readonly folder: string;
  /** The trials that were retrained. */
  readonly trials: readonly Trial[];
  /** What differs from the committed rows, in words; empty = the same bytes. */
  readonly differences: readonly string[];
  /** How far metrics are apart where the experiment allows that, and nothing else differs: then there are no differences. */
  readonly tolerated?: string;
  /** Trials of the experiment that no row is of: the spec has changed since its sweep. */
  readonly absent: number;
  /** Of these trials; incomplete where they are a sample. */
  readonly results: Results;
  readonly cancelled: boolean;
}

/**
 * Retrains trials of an experiment from nothing and compares them with their committed rows. The
 * experiment's seed decides which, so that a sample cannot be chosen by its result. Of programs, what was found is noted
 * beside the tables.
 * @throws {GridientError} E_DATA, E_MEMORY.
 */
export async function verifyExperiment(given: Experiment, options: VerifyOptions): Promise<Verification> {
  const experiment = await knowVersions(given, options);
  const folder = resultsFolder(experiment, options.resultsDir);
  const committed = await readResults(folder);
  const plan = planOfTables(experiment, committed);
  const trials = sampleTrials(
    plan.trials,
    options.sample ?? plan.trials.length,
    experiment.replicates.baseSeed,
  );
  const training = { ...localTraining(options), store: emptyStore(), settings: settingsOf(experiment) };
  const { signal } = training;
  options.listener?.onPlan?.(plan, plan.trials.length - trials.length);
  const outcomes = await trainPlanned(plan, trials, training);
  const found = buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
  const { results, confirming } = await confirmBest(plan, found, (fresh) => {
    options.listener?.onConfirm?.(fresh, 0);
    return trainPlanned(fresh, fresh.trials, training);
  });
  const failed = [...outcomes.values(), ...(confirming?.outcomes.values() ?? [])].filter(
    (outcome) => !isRecord(outcome),
  ).length;
  const unlike =
    options.sample === undefined
      ? tableDifferences(results, committed)
      : sampleDifferences(results, { committed, trials });
  const lost = failed > 0 ? [`${failed} of these trials have no record`] : [];
  const absent = absentTrials(plan.trials, committed.get("trials.csv"));
  const undecided = options.sample === undefined ? otherDecisions(experiment, plan, outcomes) : [];
  const { reproducible = "exact" } = experiment;
  const isWhole = failed === 0 && absent === 0 && undecided.length === 0;
  const metrics = results.metrics.map(({ name }) => name);
  const ids = new Set(trials.map(({ id }) => id));
  const compared = { committed, fresh: resultFiles(results), metrics, reproducible, ids };
  const tolerated = isWhole && unlike.length > 0 ? toleratedText(compared) : undefined;
  const isAlike = unlike.length === 0 || tolerated !== undefined;
  const isKnown = isWhole && !signal.aborted && committed.has("trials.csv");
  if (isKnown && resultKindOf(experiment.base).mayDiffer)
    await noteVerified(folder, results, verifiedBy({ ...compared, isAlike }, trials.length));
  const verification = { folder, trials, absent, results, cancelled: signal.aborted };
  if (tolerated !== undefined) return { ...verification, differences: [], tolerated };
  const absentTexts = absentText(absent, plan.trials.length);
  return { ...verification, differences: [...lost, ...undecided, ...absentTexts, ...unlike] };
}

/** Returns whether a search that learns from results would have decided otherwise by those that were trained now. */
function otherDecisions(
  experiment: Experiment,
  plan: Plan,
  outcomes: ReadonlyMap<string, Outcome>,
): string[] {
  const ids = new Set(planBy(experiment, outcomes).trials.map(({ id }) => id));
  const others = plan.trials.filter(({ id }) => !ids.has(id)).length;
  return others === 0 ? [] : [`trials.csv: the search would not have trained ${others} of these trials`];
}

/** Returns how many trials no row is of. */
function absentTrials(trials: readonly Trial[], table: string | undefined): number {
  if (table === undefined) return 0; // reported elsewhere
  const committed = new Set(table.match(/\b[0-9a-f]{64}\b/g));
  return trials.filter(({ id }) => !committed.has(id)).length;
}

function absentText(absent: number, all: number): string[] {
  return absent === 0 ? [] : [`trials.csv: ${absent} of the experiment's ${all} trials are not in it`];
}

const TABLES = /^(?:trials\.csv|epochs\.csv|confirm\.csv|summary\.json)$/;

/** Compares every table, byte for byte. */
function tableDifferences(results: Results, committed: ReadonlyMap<string, string>): string[] {
  const tables = new Map([...committed].filter(([path]) => TABLES.test(path)));
  return differences(
    tables,
    resultFiles(results).filter((file) => file.committed),
  );
}

/** Compares the rows of some trials, and looks for tables that contradict each other. */
function sampleDifferences(
  results: Results,
  { committed, trials }: { committed: ReadonlyMap<string, string>; trials: readonly Trial[] },
): string[] {
  const ids = new Set(trials.map(({ id }) => id));
  const missing = ["trials.csv", "summary.json"].filter((path) => !committed.has(path));
  return [
    ...missing.map((path) => `${path}: is missing`),
    ...resultFiles(results).flatMap(({ path, content, pieces }) => {
      const before = path.endsWith(".csv") ? committed.get(path) : undefined;
      if (before === undefined) return []; // there is nothing to compare the table with
      return rowDifferences(path, before, pieces ? [...pieces()].join("") : content, ids);
    }),
    ...(missing.length > 0 ? [] : contradictionTexts(committed)),
  ];
}

function contradictionTexts(committed: ReadonlyMap<string, string>): string[] {
  const [trials = "", epochs, summary = ""] = ["trials.csv", "epochs.csv", "summary.json"].map((path) =>
    committed.get(path),
  );
  try {
    const found = contradictions({ trials, epochs, summary });
    return found.map(({ file, place, before, after }) => `${file}: ${place}: ${before} and ${after}`);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Draws trials without replacement; they stay in plan order. */
function sampleTrials(trials: readonly Trial[], count: number, seed: number): Trial[] {
  const random = new RandomStream(dataStreamKey(seed, "verify"));
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, trials.length)) chosen.add(random.integer(trials.length));
  return trials.filter(({ index }) => chosen.has(index));
}
