import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { runExperiment } from "../../../src/pipeline/run-experiment.ts";
import { reportFiles } from "../../../src/report/report-files.ts";
import { buildResults } from "../../../src/results/build-results.ts";
import { resultFiles } from "../../../src/results/result-files.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import type { Experiment } from "../../../src/spec/experiment.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { LOAD } from "../data.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const REPLICATES = 10;

/** Milliseconds that a tiny trial costs, by phase. */
export type PipelinePhases = Readonly<Record<(typeof PHASES)[number], number>>;

/** Looking up and replacing the folder are differences: noise may make them negative. */
export const PHASES = [
  "read",
  "plan",
  "look up",
  "train, dispatch, write",
  "results",
  "tables",
  "report",
  "replace folder",
  "whole",
] as const;

/**
 * Runs a sweep of tiny trials, from the spec's text to the written tables, and tells where the time went.
 * @param trials A multiple of 10: a tenth as many learning rates, ten replicates of each.
 */
export async function measurePipeline(trials: number, workers: number): Promise<PipelinePhases> {
  const phases = await inTemporaryFolder(async (folder) => {
    const text = tinySpec(trials);
    const read = await timed(() => experimentOf(text));
    const { planned, trained, finished, run } = await runWhole(read.value, folder, workers);
    // What can be done alone is done again, alone.
    const plan = await timed(() => planTrials(read.value));
    const results = await timed(() => buildResults(run.plan, run.outcomes, { trainerVersion: 1 }));
    const tables = await timed(() => resultFiles(results.value));
    const report = await timed(() => reportFiles(results.value));
    return {
      read: read.ms,
      plan: plan.ms,
      "look up": planned - plan.ms,
      "train, dispatch, write": trained,
      results: results.ms,
      tables: tables.ms,
      report: report.ms,
      "replace folder": finished - results.ms - tables.ms - report.ms,
      whole: read.ms + planned + trained + finished,
    } satisfies PipelinePhases;
  });
  const perTrial = PHASES.map((phase) => [phase, phases[phase] / trials]);
  return Object.fromEntries(perTrial) as PipelinePhases;
}

function tinySpec(trials: number): string {
  const etas = Array.from({ length: trials / REPLICATES }, (_, i) => (i + 1) / 1000);
  return [
    "dataset: {name: xor, samples: 4}",
    "architecture: {hidden: [1]}",
    `eta: [${etas.join(", ")}]`,
    "batchSize: full",
    "epochs: 1",
    `replicates: ${REPLICATES}`,
  ].join("\n");
}

function experimentOf(text: string): Experiment {
  const { experiment, problems } = readExperiment(text, "tiny.yaml", { limit: 10_000 });
  if (!experiment) throw new Error(problems.map(({ message }) => message).join("\n"));
  return experiment;
}

/** The pipeline as it is, timed by its own events. */
async function runWhole(experiment: Experiment, folder: string, workers: number) {
  let start = performance.now();
  const lap = () => {
    const ms = performance.now() - start;
    start += ms;
    return ms;
  };
  let planned = 0;
  let trained = 0;
  const listener = {
    onPlan: () => {
      planned = lap();
    },
    onTrialEnd: () => {
      trained += lap();
    },
  };
  const places = { resultsDir: join(folder, "results"), storeDir: join(folder, "store"), load: LOAD };
  const run = await runExperiment(experiment, { ...places, workers, listener });
  return { run, planned, trained, finished: lap() };
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ value: Value; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}
