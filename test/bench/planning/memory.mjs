import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasMnist } from "../data.mjs";
import { measureCommand } from "../measure-command.mjs";
import { inTemporaryFolder } from "../temporary-folder.mjs";

const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const XOR = "dataset: xor\neta: 1\n";
const SMALL = `${XOR}architecture: {hidden: [2]}\n`;
const DIGITS = "dataset: digits\neta: 0.1\nepochs: 1\nreplicates: 4\n";
const FEW =
  "dataset: {name: digits, train: 100, validation: 0, test: 100}\neta: 0.1\nepochs: 1\nreplicates: 4\n";
const MNIST = "dataset: mnist\neta: 0.1\nepochs: 1\nreplicates: 2\nbatchSize: 100\n";

/** What takes memory, one thing at a time: a spec and how many workers. */
const CASES = [
  ["xor", `${SMALL}epochs: 10\nreplicates: 4\n`, [1, 4]],
  ["digits", `${DIGITS}architecture: {hidden: [30]}\n`, [1, 4]],
  ["100 digits, [2000, 2000]", `${FEW}architecture: {hidden: [2000, 2000]}\n`, [1, 4]],
  ["100 digits, [2000, 2000], adam", `${FEW}architecture: {hidden: [2000, 2000]}\noptimizer: adam\n`, [1, 4]],
  [
    "100 digits, [2000, 2000], kept",
    `${FEW}architecture: {hidden: [2000, 2000]}\nrun: {keep: last}\n`,
    [1, 4],
  ],
  [
    "100 digits, [500, 500], all of 10 epochs kept",
    `${FEW.replace("epochs: 1", "epochs: 10")}architecture: {hidden: [500, 500]}\nrun: {keep: all}\n`,
    [1, 4],
  ],
  ["xor, 1,000 trials of 1,000 epochs", `${SMALL}epochs: 1000\nreplicates: 1000\n`, [1]],
  ["xor, 10,000 trials of 1 epoch", `${SMALL}epochs: 1\nreplicates: 10000\n`, [1, 4]],
  [
    "moons of 300,000",
    "dataset: {name: moons, samples: 300000}\narchitecture: {hidden: [10]}\neta: 0.1\nepochs: 1\nbatchSize: 100\n",
    [1, 2],
  ],
  [
    "table of 20,000 rows of 100",
    "dataset: {name: csv, path: table.csv, target: c0}\narchitecture: {hidden: [10], output: identity}\neta: 0.1\nepochs: 1\nbatchSize: 100\n",
    [1],
  ],
  ...(hasMnist ? [["mnist", `${MNIST}architecture: {hidden: [30]}\n`, [1, 2]]] : []),
];

/**
 * Sweeps from an empty store and compares with the memory that `plan` has predicted.
 * @returns {{ name: string, workers: number, predicted: number, measured: number, factor: number }[]} In MB.
 */
export function compareMemory(isQuick) {
  const cases = isQuick ? CASES.slice(0, 2) : CASES;
  return cases.flatMap(([name, spec, workers]) =>
    workers.map((count) => inTemporaryFolder((folder) => compare(folder, { name, spec, workers: count }))),
  );
}

function compare(folder, { name, spec, workers }) {
  writeFileSync(join(folder, "memory.yaml"), spec);
  if (spec.includes("table.csv")) writeFileSync(join(folder, "table.csv"), table(20_000, 100));
  const options = ["memory.yaml", "--workers", workers, "--limit", 10_000];
  const { stdout } = spawnSync(process.execPath, [CLI, "plan", "--json", ...options.map(String)], {
    cwd: folder,
    encoding: "utf8",
  });
  const { status, stderr, megabytes } = measureCommand(folder, ["sweep", ...options]);
  if (status !== 0) throw new Error(`Cannot measure a sweep as it must succeed: ${stderr}`);
  const predicted = JSON.parse(stdout).estimatedPeakBytes / 1e6;
  const measured = (megabytes * 1024 * 1024) / 1e6;
  return { name, workers, predicted, measured, factor: predicted / measured };
}

function table(rows, columns) {
  const names = Array.from({ length: columns }, (_, i) => `c${i}`);
  const lines = Array.from({ length: rows }, (_, row) =>
    names.map((_, i) => (((row * 7919 + i * 104_729) % 1000) / 1000).toFixed(3)).join(","),
  );
  return `${names.join(",")}\n${lines.join("\n")}\n`;
}
