import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { medianOf } from "../protocol.mjs";
import { inTemporaryFolder } from "../temporary-folder.mjs";
import { timeCommand } from "../whole-command.mjs";

const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const SPEC = ["architecture: {hidden: [30]}", "eta: 1", "replicates: 12"];

/**
 * Times a whole sweep of 12 equal trials with one worker and with two, in turn.
 * @param {{ rounds: number, epochs: number, dataset: string }} options
 * @returns {Promise<{ one: number, two: number, factor: number, isDisturbed: boolean }>} Median seconds, of calm runs where
 *   there are any, and how many times as fast two workers are.
 */
export async function measureTwoWorkers({ rounds, epochs, dataset }) {
  const runs = { 1: [], 2: [] };
  for (let round = 0; round < rounds; round++) {
    for (const workers of [1, 2]) runs[workers].push(await sweep(workers, epochs, dataset));
  }
  const [one, two] = [secondsOf(runs[1]), secondsOf(runs[2])];
  const isDisturbed = Object.values(runs).some((list) => list.every(({ isCalm }) => !isCalm));
  return { one, two, factor: one / two, isDisturbed };
}

function sweep(workers, epochs, dataset) {
  return inTemporaryFolder((cwd) => {
    const spec = join(cwd, "equal.yaml");
    writeFileSync(spec, [`dataset: ${dataset}`, `epochs: ${epochs}`, ...SPEC].join("\n"));
    return timeCommand([process.execPath, CLI, "sweep", spec, "--workers", String(workers)], { cwd });
  });
}

function secondsOf(runs) {
  const calm = runs.filter(({ isCalm }) => isCalm);
  return medianOf((calm.length > 0 ? calm : runs).map(({ seconds }) => seconds));
}
