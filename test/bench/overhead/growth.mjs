import { performance } from "node:perf_hooks";
import { runExperiment } from "../../../dist/pipeline/run-experiment.js";
import { readExperiment } from "../../../dist/spec/experiment/read-experiment.js";
import { inTemporaryFolder } from "../temporary-folder.mjs";
import { join } from "node:path";

const LOAD = { dataDir: undefined, cacheDir: "no cache" };
const BASE = { samples: 2000, hidden: 64, epochs: 20, replicates: 2 };

/** What grows, and through which sizes: four steps, each twice the one before. */
const AXES = {
  trials: { key: "replicates", sizes: [4, 8, 16, 32] },
  epochs: { key: "epochs", sizes: [40, 80, 160, 320] },
  samples: { key: "samples", sizes: [4000, 8000, 16_000, 32_000] },
  width: { key: "hidden", sizes: [128, 256, 512, 1024] },
};

/**
 * Times whole sweeps in this thread as one size doubles three times.
 * @returns {Promise<{ axis: string, seconds: number[], exponent: number }[]>} The exponent says how the added seconds grow
 *   with the size: 1 = linear.
 */
export async function measureGrowth() {
  await secondsOf(BASE); // what is loaded and compiled once
  const measured = [];
  for (const [axis, { key, sizes }] of Object.entries(AXES)) {
    const seconds = [];
    for (const size of sizes) seconds.push(await secondsOf({ ...BASE, [key]: size }));
    measured.push({ axis, sizes, seconds, exponent: exponentOf(seconds) });
  }
  return measured;
}

/** From what the last doubling adds against the one before it: fixed costs are left out. */
function exponentOf(seconds) {
  const [, second, third, fourth] = seconds;
  return Math.log2((fourth - third) / (third - second));
}

async function secondsOf({ samples, hidden, epochs, replicates }) {
  const lines = [
    `dataset: {name: moons, samples: ${samples}}`,
    `architecture: {hidden: [${hidden}]}`,
    "eta: 1",
    `epochs: ${epochs}`,
    `replicates: ${replicates}`,
  ];
  const { experiment, problems } = readExperiment(lines.join("\n"), "growth.yaml", { limit: 1 });
  if (!experiment) throw new Error(problems[0].message);
  return inTemporaryFolder(async (folder) => {
    const places = { resultsDir: join(folder, "results"), storeDir: join(folder, "store"), load: LOAD };
    const start = performance.now();
    await runExperiment(experiment, { ...places, inline: true });
    return (performance.now() - start) / 1000;
  });
}
