/**
 * `npm run bench:reports`: what it costs to write the report of 1,000 trials again from the store, all of it: tables,
 * summary, pictures, page; how large a page is, and how long a browser takes to open that of 1,000 trials of 100 epochs.
 * @module
 */
import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";
import { timeCommand } from "./whole-command.mjs";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
const OPEN_PAGE = fileURLToPath(new URL("reports/open-page.mjs", import.meta.url));

/** 5 x 5 x 2 x 2 x 5 settings with 2 replicates. */
const MANY = `
dataset: { name: moons, samples: 100 }
architecture: { hidden: [[], [4], [8], [16], [8, 8]], activation: [tanh, sigmoid] }
eta: [0.01, 0.1, 1, 10, 100]
batchSize: [10, 20]
loss: quadratic
optimizer: { name: sgd, l2: [0, 0.1, 1, 2, 3] }
epochs: 100
replicates: 2
`;
/** The 100 trials of a small study: 10 learning rates, 2 activations, 5 replicates. */
const HUNDRED = `
dataset: { name: digits, train: 500, validation: 200, test: 200 }
architecture: { hidden: [10], activation: [sigmoid, tanh] }
eta: { logspace: { from: 0.01, to: 10, count: 10 } }
epochs: 30
replicates: 5
`;

const { quick, json } = readOptions("reports");
const runs = quick ? 1 : 5;

await inTemporaryFolder(async (folder) => {
  const hundred = sweep(folder, "hundred", HUNDRED);
  const many = sweep(folder, "many", MANY);
  const writing = await best(() =>
    timeCommand([process.execPath, CLI, "report", "many.yaml"], { cwd: folder }),
  );
  const opening = await timeOpening(join(many, "report.html"), folder);
  const bytes = readdirSync(join(many, "plots")).reduce((sum, name) => sum + size(many, "plots", name), 0);
  const [small, large] = [hundred, many].map((results) => size(results, "report.html"));
  console.log(
    [
      `report of 1,000 trials: ${textOf(writing)}, pictures ${kilobytes(bytes)}`,
      `page of 100 trials x 30 epochs: ${kilobytes(small)}`,
      `page of 1,000 trials x 100 epochs: ${kilobytes(large)}, opens in ${opening ? textOf(opening) : "not measured: no Chromium"}`,
    ].join("\n"),
  );
  const page = { hundredBytes: small, thousandBytes: large, ...(opening && { opening }) };
  writeJson(json, { part: "reports", machine: describeMachine(), ...writing, bytes, page });
});

/** Trains a spec; returns the folder of its results. */
function sweep(folder, name, spec) {
  writeFileSync(join(folder, `${name}.yaml`), spec);
  execFileSync(process.execPath, [CLI, "sweep", `${name}.yaml`], { cwd: folder, stdio: "ignore" });
  return join(folder, "results", name);
}

/** Runs something several times; returns the shortest time, and whether any run was left alone by other processes. */
async function best(work) {
  const timed = [];
  for (let i = 0; i < runs; i++) timed.push(await work());
  return {
    seconds: Math.min(...timed.map(({ seconds }) => seconds)),
    isCalm: timed.some(({ isCalm }) => isCalm),
  };
}

/** Undefined without a browser. The first tab warms it up. */
async function timeOpening(file, cwd) {
  const command = [process.execPath, OPEN_PAGE, file, String(runs + 1)];
  const { output, isCalm } = await timeCommand(command, { cwd });
  const [, ...seconds] = JSON.parse(output) ?? [];
  return seconds.length > 0 ? { seconds: Math.min(...seconds), isCalm } : undefined;
}

function size(...path) {
  return statSync(join(...path)).size;
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}

function textOf({ seconds, isCalm }) {
  return `${seconds.toFixed(2)} s${isCalm ? "" : " (disturbed)"}`;
}
