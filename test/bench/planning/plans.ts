import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { timeGridient } from "../commands.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const RULES = `sweep:
  when:
    - {if: {architecture.activation: tanh}, set: {architecture.init: xavier}}
  exclude:
    - {architecture.hidden: [[30, 30]], eta: {gt: 0.009}, batchSize: 1}
  include:
    - {name: base, architecture.hidden: [200], architecture.activation: relu, eta: 1, batchSize: full}
`;

const NETWORKS = "architecture: {hidden: [[15], [30], [60], [100], [30, 30]], activation: [sigmoid, tanh]}";

/** What it takes to plan a grid: least seconds and most memory of several processes. */
export interface PlanTime {
  readonly size: number;
  readonly rules: string;
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Plans grids of these sizes, plain and with rules, and searches that draw as many configurations. */
export function measurePlans(sizes: readonly number[], repeats: number): Promise<PlanTime[]> {
  return inTemporaryFolder(async (folder) => {
    const measured = [];
    for (const size of sizes)
      for (const rules of Object.keys(SWEEPS)) measured.push(await measure(folder, { size, rules }, repeats));
    return measured;
  });
}

async function measure(
  folder: string,
  { size, rules }: Pick<PlanTime, "size" | "rules">,
  repeats: number,
): Promise<PlanTime> {
  writeFileSync(join(folder, "grid.yaml"), SWEEPS[rules]!(size));
  const runs = [];
  for (let i = 0; i < repeats; i++)
    runs.push(await timeGridient(folder, ["plan", "grid.yaml", "--limit", size + 1]));
  return {
    size,
    rules,
    wall: Math.min(...runs.map(({ seconds }) => seconds)),
    cpu: Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: Math.round(Math.max(...runs.map(({ peakBytes }) => peakBytes)) / 1e6),
  };
}

/** The experiments that are planned, by what is said of them in the table. */
const SWEEPS: Readonly<Record<string, (size: number) => string>> = {
  plain: gridOf,
  "with rules": (size) => gridOf(size) + RULES,
  drawn: searchOf,
};

/** Five networks, two activations, and eta and batchSize that make up the rest. */
function gridOf(size: number): string {
  const batches = size >= 100_000 ? 100 : 10;
  return [
    `dataset: digits\n${NETWORKS}`,
    `eta: {linspace: {from: 0.001, to: ${size / 10 / batches / 1000}, count: ${size / 10 / batches}}}`,
    `batchSize: {range: {from: 1, to: ${batches}, step: 1}}`,
    "epochs: 10\n",
  ].join("\n");
}

function searchOf(size: number): string {
  return [
    `dataset: digits\n${NETWORKS}`,
    "eta: {logUniform: {from: 0.001, to: 1}}",
    "batchSize: {integers: {from: 1, to: 100}}",
    `epochs: 10\nsweep: {search: {method: sobol, configurations: ${size}}}\n`,
  ].join("\n");
}
