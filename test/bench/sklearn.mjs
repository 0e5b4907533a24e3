/**
 * Side by side with scikit-learn on the tables that it bundles: `npm run bench:sklearn`. Both train the same grid on the
 * same rows, ten seeds each. Compared are the metric of the test part, for each seed the mean over the grid, and the time
 * from the start of a process to its written tables.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { peerCommand, peerEnvironment } from "./peer-process.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";
import { timeCommand } from "./whole-command.mjs";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
const { quick, json } = readOptions("sklearn");
const SEEDS = quick ? 2 : 10;
const EPOCHS = quick ? 10 : 100;
const BATCH = 32;
const ACTIVATIONS = ["relu", "tanh"];
/** scikit-learn calls plain momentum sgd. */
const STEPS = [
  { solver: "adam", optimizer: "adam", eta: 0.001 },
  { solver: "sgd", optimizer: "{name: momentum, momentum: 0.9}", eta: 0.02 },
];
const TABLES = [
  { table: "iris", hidden: [16], isRegression: false },
  { table: "wine", hidden: [16], isRegression: false },
  { table: "breast-cancer", hidden: [32], isRegression: false },
  { table: "digits8", hidden: [64], isRegression: false },
  { table: "diabetes", hidden: [32], isRegression: true },
];

await inTemporaryFolder(async (folder) => {
  const options = { cwd: folder, env: peerEnvironment() };
  await timeCommand([...peerCommand("sklearn_tables.py"), folder], options);
  writeGrid(folder);
  for (const setting of TABLES) writeFileSync(join(folder, `${setting.table}.yaml`), specOf(setting));
  const theirs = await timeCommand([...peerCommand("sklearn_grid.py"), folder, "theirs.csv"], options);
  const files = TABLES.map(({ table }) => `${table}.yaml`);
  const sweep = [process.execPath, CLI, "sweep", ...files, "--workers", "2"];
  const ours = await timeCommand(sweep, options);
  const rows = TABLES.map((setting) => compare(setting, folder));
  tell(rows, { ours, theirs });
  writeJson(json, {
    machine: describeMachine(),
    rows,
    seconds: { ours: ours.seconds, theirs: theirs.seconds },
  });
});

/** What scikit-learn is to train. */
function writeGrid(folder) {
  const settings = TABLES.map((setting) => ({ ...setting, batchSize: BATCH, epochs: EPOCHS }));
  writeFileSync(
    join(folder, "grid.json"),
    JSON.stringify({ settings, activations: ACTIVATIONS, steps: STEPS, seeds: SEEDS }),
  );
}

/** The same as an experiment. scikit-learn draws first weights with Glorot's variance, ours are normal. */
function specOf({ table, hidden, isRegression }) {
  return `
dataset: {name: csv, path: ${table}.csv, target: answer, splitColumn: part}
architecture:
  hidden: ${JSON.stringify(hidden)}
  activation: ${JSON.stringify(ACTIVATIONS)}
  output: ${isRegression ? "identity" : "softmax"}
  init: xavier
loss: ${isRegression ? "quadratic" : "crossEntropy"}
batchSize: ${BATCH}
epochs: ${EPOCHS}
replicates: ${SEEDS}
${isRegression ? "metrics: [r2]" : ""}
sweep:
  zip:
    step: {optimizer: [${STEPS.map(({ optimizer }) => optimizer).join(", ")}], eta: ${JSON.stringify(STEPS.map(({ eta }) => eta))}}
`;
}

/** Of each seed the mean over the grid, ours and theirs. */
function compare({ table, isRegression }, folder) {
  const theirs = rowsOf(join(folder, "theirs.csv")).filter((row) => row.table === table);
  const ours = rowsOf(join(folder, "results", table, "trials.csv"));
  const metric = isRegression ? "testR2" : "testAccuracy";
  return {
    table,
    metric,
    ours: summaryOf(bySeed(ours, "replicate", metric)),
    theirs: summaryOf(bySeed(theirs, "seed", "metric")),
  };
}

function rowsOf(file) {
  return parse(readFileSync(file), { columns: true });
}

function bySeed(rows, seed, metric) {
  return Array.from({ length: SEEDS }, (_, s) => {
    return meanOf(rows.filter((row) => Number(row[seed]) === s).map((row) => Number(row[metric])));
  });
}

function summaryOf(values) {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function tell(rows, { ours, theirs }) {
  const figure = ({ mean, error }) => `${mean.toFixed(4)} ± ${error.toFixed(4)}`;
  const trainings = SEEDS * ACTIVATIONS.length * STEPS.length;
  console.log(
    `Test part, mean ± standard error over ${SEEDS} seeds, each the mean of ${trainings / SEEDS} settings\n`,
  );
  console.log(
    `${"".padEnd(14)}${"metric".padEnd(14)}${"gridient".padEnd(18)}${"scikit-learn".padEnd(18)}apart, in standard errors`,
  );
  for (const { table, metric, ours, theirs } of rows) {
    const apart = (ours.mean - theirs.mean) / Math.hypot(ours.error, theirs.error);
    const cells = [table.padEnd(14), metric.padEnd(14), figure(ours).padEnd(18), figure(theirs).padEnd(18)];
    console.log(`${cells.join("")}${apart.toFixed(1)}`);
  }
  const calm = ours.isCalm && theirs.isCalm ? "" : " (other processes took part of the machine)";
  console.log(
    `\n${trainings * rows.length} trainings: ${ours.seconds.toFixed(1)} s, scikit-learn ${theirs.seconds.toFixed(1)} s, ${(theirs.seconds / ours.seconds).toFixed(1)}x as fast${calm}`,
  );
}
