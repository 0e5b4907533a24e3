import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { loadDataset } from "../../../dist/data/load-dataset.js";
import { placeDataset } from "../../../dist/kernels/dataset-memory.js";
import { simd } from "../../../dist/kernels/simd/simd.js";
import { runExperiment } from "../../../dist/pipeline/run-experiment.js";
import { reportFiles } from "../../../dist/report/report-files.js";
import { buildResults } from "../../../dist/results/build-results.js";
import { resultFiles } from "../../../dist/results/result-files.js";
import { readExperiment } from "../../../dist/spec/experiment/read-experiment.js";
import { RecordStore } from "../../../dist/store/record-store.js";
import { capacityOf } from "../../../dist/training/epoch-trainer.js";
import { networkOf } from "../../../dist/training/network-of.js";
import { trainTrials } from "../../../dist/training/train-trials.js";
import { planTrials } from "../../../dist/trials/plan.js";
import { inTemporaryFolder } from "../temporary-folder.mjs";

const REPLICATES = 10;
const LOAD = { dataDir: undefined, cacheDir: "no cache" };

/**
 * Runs a sweep of tiny trials, from the spec's text to the written tables, and tells where the time went.
 * @param {number} trials A multiple of 10: a tenth as many learning rates, ten replicates of each.
 * @param {number} workers
 * @returns {Promise<Record<string, number>>} Milliseconds for each trial by phase; then those of training and of writing
 *   records when nothing else is done: in a sweep they overlap. Looking up and replacing the folder are differences: noise may
 *   make them negative.
 */
export async function measurePipeline(trials, workers) {
  return inTemporaryFolder(async (folder) => {
    const text = tinySpec(trials);
    // Loaded by the first report otherwise: time that belongs to no trial.
    const charts = await timed(() => Promise.all([import("vega"), import("vega-lite")]));
    const whole = await runWhole(text, folder, workers);
    const parts = await timeParts(text, whole.run, folder);
    const phases = phasesOf(whole, parts, charts.ms);
    return Object.fromEntries(Object.entries(phases).map(([phase, ms]) => [phase, ms / trials]));
  });
}

function phasesOf({ planned, trained, finished }, parts, charts) {
  const { read, plan, train, write, results, tables, report } = parts;
  return {
    read,
    plan,
    "look up": planned - plan,
    "train, dispatch, write": trained,
    results,
    tables,
    report,
    "replace folder": finished - results - tables - report,
    "load charts": charts,
    whole: charts + read + planned + trained + finished,
    "training alone": train,
    "writing alone": write,
  };
}

function tinySpec(trials) {
  const etas = Array.from({ length: trials / REPLICATES }, (_, i) => (i + 1) / 1000);
  const lines = [
    "dataset: {name: xor, samples: 4}",
    "architecture: {hidden: [1]}",
    `eta: [${etas.join(", ")}]`,
  ];
  return [...lines, "batchSize: full", "epochs: 1", `replicates: ${REPLICATES}`].join("\n");
}

function experimentOf(text) {
  const { experiment, problems } = readExperiment(text, "tiny.yaml", { limit: 10_000 });
  if (!experiment) throw new Error(problems.map(({ message }) => message).join("\n"));
  return experiment;
}

/** The pipeline as it is, timed by its own events. */
async function runWhole(text, folder, workers) {
  const experiment = experimentOf(text);
  let start = performance.now();
  const lap = () => {
    const ms = performance.now() - start;
    start += ms;
    return ms;
  };
  let planned;
  let trained;
  const listener = {
    onPlan: () => (planned = lap()),
    onTrialEnd: () => (trained = (trained ?? 0) + lap()),
  };
  const places = { resultsDir: join(folder, "results"), storeDir: join(folder, "store"), load: LOAD };
  const run = await runExperiment(experiment, { ...places, workers, listener });
  return { run, planned, trained, finished: lap() };
}

/** What can be done alone is done again, alone. */
async function timeParts(text, { plan, outcomes }, folder) {
  const store = new RecordStore(join(folder, "copy"));
  const read = await timed(() => experimentOf(text));
  const planning = await timed(() => planTrials(read.value));
  const training = await timed(() => trainHere(plan));
  const writing = await timed(async () => {
    for (const record of outcomes.values()) await store.write({ record, models: [], kept: "none" });
  });
  const results = await timed(() => buildResults(plan, outcomes, { trainerVersion: 1 }));
  const tables = await timed(() => resultFiles(results.value));
  const report = await timed(() => reportFiles(results.value));
  const parts = { read, plan: planning, train: training, write: writing, results, tables, report };
  return Object.fromEntries(Object.entries(parts).map(([name, { ms }]) => [name, ms]));
}

async function trainHere({ experiment, configurations, trials }) {
  const { configuration, facts } = configurations[0];
  const bytes = simd.regionBytes(
    networkOf(configuration, facts),
    capacityOf(configuration, facts.sizes.train),
  );
  const data = placeDataset(await loadDataset(configuration.dataset, LOAD), bytes);
  const settings = { metrics: experiment.metrics, keep: "none", objective: experiment.objective };
  const place = { kernel: simd, data, region: { offset: data.end, bytes } };
  for (const trial of trials) trainTrials([trial], settings, place);
}

async function timed(work) {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}
