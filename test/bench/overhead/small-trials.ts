import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { placeDataset } from "../../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../../src/kernels/simd/simd.ts";
import { asNetwork } from "../../../src/configuration/kind-of.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { capacityOf } from "../../../src/training/epoch-trainer.ts";
import { networkOf } from "../../../src/training/network-of.ts";
import { trainTrials } from "../../../src/training/train-trials.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { timeGridient } from "../commands.ts";
import { cpuSeconds } from "../cpu-time.ts";
import { LOAD } from "../data.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const REPLICATES = 10;

/** Milliseconds of each of many small trials. */
export interface SmallTrials {
  readonly trials: number;
  /** CPU time of its training alone. */
  readonly training: number;
  /** CPU time of the whole command with two workers beyond that. */
  readonly beyond: number;
  /** Wall time of the whole command. */
  readonly wall: number;
  /** Share of the time for which two workers were busy with training. */
  readonly busy: number;
}

/** Sweeps trials of about 1 ms where this machine is as fast as most. @param trials A multiple of ten. */
export async function measureSmallTrials(trials: number): Promise<SmallTrials> {
  const text = spec(trials);
  const { cpuSeconds, seconds } = await inTemporaryFolder((folder) => {
    mkdirSync(join(folder, "experiments"));
    writeFileSync(join(folder, "experiments/small.yaml"), text);
    return timeGridient(folder, ["sweep", "experiments/small.yaml", "--workers", 2]);
  });
  const training = (1000 * (await trainHere(text))) / trials;
  const wall = (1000 * seconds) / trials;
  return {
    trials,
    training,
    beyond: (1000 * cpuSeconds) / trials - training,
    wall,
    busy: training / wall / 2,
  };
}

function spec(trials: number): string {
  return [
    "dataset: moons",
    "architecture: {hidden: [15]}",
    `eta: {linspace: {from: 0.1, to: 10, count: ${trials / REPLICATES}}}`,
    "epochs: 1",
    `replicates: ${REPLICATES}`,
  ].join("\n");
}

/** Returns the seconds of CPU time that all trials take in this thread, when nothing else is done. */
async function trainHere(text: string): Promise<number> {
  const { experiment, problems } = readExperiment(text, "small.yaml", { limit: 10_000 });
  if (!experiment) throw new Error(problems.map(({ message }) => message).join("\n"));
  const { configurations, trials } = planTrials(experiment);
  const [first] = configurations;
  if (!first?.facts) throw new Error("The experiment trains no network");
  const configuration = asNetwork(first.configuration);
  const capacity = capacityOf(configuration, first.facts.sizes.train);
  const bytes = simd.regionBytes(networkOf(configuration, first.facts), capacity);
  const data = placeDataset(
    await loadDataset(configuration.dataset, { ...LOAD, folder: experiment.sweep.folder }),
    bytes,
  );
  const { metrics, objective } = experiment;
  const settings = { metrics, keep: "none", objective } as const;
  const place = { kernel: simd, data, region: { offset: data.end, bytes } };
  const start = cpuSeconds();
  for (const trial of trials) trainTrials([trial], settings, place);
  return cpuSeconds() - start;
}
