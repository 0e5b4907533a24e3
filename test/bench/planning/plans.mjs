import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../temporary-folder.mjs";
import { observe } from "./observed-process.mjs";

const RULES = `sweep:
  when:
    - {if: {architecture.activation: tanh}, set: {architecture.init: xavier}}
  exclude:
    - {architecture.hidden: [[30, 30]], eta: {gt: 0.009}, batchSize: 1}
  include:
    - {name: base, architecture.hidden: [200], architecture.activation: relu, eta: 1, batchSize: full}
`;

/**
 * Plans grids of these sizes, plain and with rules.
 * @returns {{ size: number, rules: string, wall: number, cpu: number, megabytes: number }[]} Least seconds and most memory of
 *   `repeats` processes.
 */
export function measurePlans(sizes, repeats) {
  return inTemporaryFolder((folder) =>
    sizes.flatMap((size) =>
      ["plain", "with rules"].map((rules) => measure(size, { rules, repeats, folder })),
    ),
  );
}

function measure(size, { rules, repeats, folder }) {
  writeFileSync(join(folder, "grid.yaml"), specOf(size) + (rules === "plain" ? "" : RULES));
  const args = ["plan", "grid.yaml", "--limit", String(size + 1)];
  const runs = Array.from({ length: repeats }, () => observe(args, folder));
  return {
    size,
    rules,
    wall: Math.min(...runs.map(({ wallSeconds }) => wallSeconds)),
    cpu: Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: Math.round(Math.max(...runs.map(({ peakBytes }) => peakBytes)) / 1e6),
  };
}

/** Five networks, two activations, and eta and batchSize that make up the rest. */
function specOf(size) {
  const batches = size >= 100_000 ? 100 : 10;
  return [
    "dataset: digits",
    "architecture: {hidden: [[15], [30], [60], [100], [30, 30]], activation: [sigmoid, tanh]}",
    `eta: {linspace: {from: 0.001, to: ${size / 10 / batches / 1000}, count: ${size / 10 / batches}}}`,
    `batchSize: {range: {from: 1, to: ${batches}, step: 1}}`,
    "epochs: 10\n",
  ].join("\n");
}
