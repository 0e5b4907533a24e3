import { networkIn } from "../../src/configuration/kind-of.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import type { Kernel } from "../../src/kernels/kernel.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { readExperiment } from "./read-experiment.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import type { Checkpoint } from "../../src/training/checkpoint.ts";
import { capacityOf } from "../../src/training/epoch-trainer.ts";
import { networkOf } from "../../src/training/network-of.ts";
import type { TrainedTrial } from "../../src/training/read-trials.ts";
import { trainTrials } from "../../src/training/train-trials.ts";
import { planTrials } from "../../src/trials/plan.ts";
import type { Trial } from "../../src/trials/trial.ts";
import { findPinned } from "../../src/downloads/find-files.ts";

/** Returns the experiment that a YAML text describes; fails the test with its problems otherwise. */
export function experimentOf(yaml: string, file = "experiments/test.yaml"): Experiment {
  const { experiment, problems } = readExperiment(yaml, file, { limit: 10_000 });
  if (!experiment) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  return experiment;
}

/** How and on which files to train. */
interface TrainOptions {
  readonly kernel?: Kernel;
  readonly dataDir?: string | undefined;
  readonly from?: Checkpoint;
  readonly returnModel?: boolean;
}

/** Trains trials that differ in epochs alone in this thread, as one; with the SIMD kernel unless told otherwise. */
export async function trainTogether(
  trials: readonly [Trial, ...Trial[]],
  experiment: Experiment,
  { kernel = simd, dataDir, from, returnModel = false }: TrainOptions = {},
): Promise<TrainedTrial[]> {
  const settings = {
    metrics: experiment.metrics,
    keep: experiment.run.keep,
    objective: experiment.objective,
    returnModel,
  };
  const configuration = networkIn(trials[0].configuration);
  if (!configuration) return trainTrials(trials, settings);
  const dataset = await loadDataset(configuration.dataset, {
    dataDir,
    cacheDir: "/nonexistent",
    findPinned,
    folder: experiment.sweep.folder,
  });
  const network = networkOf(configuration, dataset);
  const bytes = kernel.regionBytes(network, capacityOf(configuration, dataset.sizes.train));
  const data = placeDataset(dataset, bytes);
  const region = { offset: data.end, bytes };
  return trainTrials(trials, settings, { kernel, data, region, ...(from && { from }) });
}

/** Trains one trial in this thread. */
export async function trainOne(
  trial: Trial,
  experiment: Experiment,
  options: TrainOptions = {},
): Promise<TrainedTrial> {
  const [trained] = await trainTogether([trial], experiment, options);
  return trained!;
}

/** Trains every trial that a YAML text describes, in plan order. */
export async function trainAll(yaml: string, kernel: Kernel = simd): Promise<TrainedTrial[]> {
  const experiment = experimentOf(yaml);
  const trained: TrainedTrial[] = [];
  for (const trial of planTrials(experiment).trials)
    trained.push(await trainOne(trial, experiment, { kernel }));
  return trained;
}
