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

/** What it takes to plan a grid: least seconds and most memory of several processes. */
export interface PlanTime {
  readonly size: number;
  readonly rules: string;
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Plans grids of these sizes, plain and with rules. */
export function measurePlans(sizes: readonly number[], repeats: number): Promise<PlanTime[]> {
  return inTemporaryFolder(async (folder) => {
    const measured = [];
    for (const size of sizes)
      for (const rules of ["plain", "with rules"])
        measured.push(await measure(folder, { size, rules }, repeats));
    return measured;
  });
}

async function measure(
  folder: string,
  { size, rules }: Pick<PlanTime, "size" | "rules">,
  repeats: number,
): Promise<PlanTime> {
  writeFileSync(join(folder, "grid.yaml"), specOf(size) + (rules === "plain" ? "" : RULES));
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

/** Five networks, two activations, and eta and batchSize that make up the rest. */
function specOf(size: number): string {
  const batches = size >= 100_000 ? 100 : 10;
  return [
    "dataset: digits",
    "architecture: {hidden: [[15], [30], [60], [100], [30, 30]], activation: [sigmoid, tanh]}",
    `eta: {linspace: {from: 0.001, to: ${size / 10 / batches / 1000}, count: ${size / 10 / batches}}}`,
    `batchSize: {range: {from: 1, to: ${batches}, step: 1}}`,
    "epochs: 10\n",
  ].join("\n");
}
