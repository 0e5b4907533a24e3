import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hasMnist } from "../data.mjs";
import { inTemporaryFolder } from "../temporary-folder.mjs";
import { timeCommand } from "../whole-command.mjs";
import { observe } from "./observed-process.mjs";

const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const EXPERIMENTS = fileURLToPath(new URL("../../../experiments/", import.meta.url));

/**
 * Sweeps experiments from an empty store and compares with what `plan` has predicted.
 * @param {string[]} [names] All by default, those on MNIST only where it is.
 */
export async function comparePredictions(names = allNames()) {
  const compared = [];
  for (const name of names) compared.push(await inTemporaryFolder((folder) => compare(name, folder)));
  return compared;
}

function allNames() {
  const names = readdirSync(EXPERIMENTS).flatMap((file) => (file.endsWith(".yaml") ? file.slice(0, -5) : []));
  return names.filter((name) => hasMnist || !name.startsWith("mnist"));
}

async function compare(name, cwd) {
  const file = `${EXPERIMENTS}${name}.yaml`;
  const { estimatedSeconds, estimatedPeakBytes } = JSON.parse(observe(["plan", "--json", file], cwd).output);
  const { seconds, isCalm } = await timeCommand([process.execPath, CLI, "sweep", file], { cwd });
  const { peakBytes } = observe(["sweep", file, "--store", "again"], cwd);
  const megabytes = [estimatedPeakBytes, peakBytes].map((bytes) => Math.round(bytes / 1e6));
  return {
    name,
    predicted: estimatedSeconds,
    measured: seconds,
    factor: estimatedSeconds / seconds,
    megabytes,
    isCalm,
  };
}
