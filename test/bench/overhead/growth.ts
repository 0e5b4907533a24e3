import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { runExperiment } from "../../../src/pipeline/run-experiment.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { LOAD } from "../data.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const BASE = { samples: 2000, hidden: 64, epochs: 20, replicates: 2 };

/** What grows, and through which sizes: four steps, each twice the one before. */
const AXES = {
  trials: { key: "replicates", sizes: [4, 8, 16, 32] },
  epochs: { key: "epochs", sizes: [40, 80, 160, 320] },
  samples: { key: "samples", sizes: [4000, 8000, 16_000, 32_000] },
  width: { key: "hidden", sizes: [128, 256, 512, 1024] },
} as const;

/** Seconds of whole sweeps in this thread as one size doubles three times. */
export interface Growth {
  readonly axis: string;
  readonly seconds: readonly number[];
  /** How the added seconds grow with the size: 1 = linear. Absent where noise has hidden it. */
  readonly exponent?: number;
}

/** Measures the growth along the first axes, with sizes of which each is this share of what it would be. */
export async function measureGrowth(axes: number, share: number): Promise<Growth[]> {
  await secondsOf(BASE); // what is loaded and compiled once
  const measured = [];
  for (const [axis, { key, sizes }] of Object.entries(AXES).slice(0, axes)) {
    const seconds = [];
    for (const size of sizes) seconds.push(await secondsOf({ ...BASE, [key]: Math.ceil(size * share) }));
    measured.push({ axis, seconds, ...exponentOf(seconds) });
  }
  return measured;
}

/** From what the last doubling adds against the one before it: fixed costs are left out. */
function exponentOf(seconds: readonly number[]): { readonly exponent?: number } {
  const [, second = 0, third = 0, fourth = 0] = seconds;
  const exponent = Math.log2((fourth - third) / (third - second));
  return Number.isFinite(exponent) ? { exponent } : {};
}

async function secondsOf({ samples, hidden, epochs, replicates }: typeof BASE): Promise<number> {
  const lines = [
    `dataset: {name: moons, samples: ${samples}}`,
    `architecture: {hidden: [${hidden}]}`,
    "eta: 1",
    `epochs: ${epochs}`,
    `replicates: ${replicates}`,
  ];
  const { experiment, problems } = readExperiment(lines.join("\n"), "growth.yaml", { limit: 1 });
  if (!experiment) throw new Error(problems.map(({ message }) => message).join("\n"));
  return inTemporaryFolder(async (folder) => {
    const places = { resultsDir: join(folder, "results"), storeDir: join(folder, "store"), load: LOAD };
    const start = performance.now();
    await runExperiment(experiment, { ...places, inline: true });
    return (performance.now() - start) / 1000;
  });
}
