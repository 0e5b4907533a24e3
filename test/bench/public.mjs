/**
 * Twenty public tables without a hand's turn: `npm run bench:public`. Each is read by `init`, trained by `sweep`, exported
 * as JSON and ONNX and answered by `predict`; then scikit-learn's MLP trains with the settings of the best one on the same
 * rows. The tables are those of the packages vega-datasets (npm) and python3-statsmodels (Debian), fetched into a temporary
 * folder, or found in the one that PUBLIC_TABLES names.
 * @module
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { loadDataset } from "../../dist/data/load-dataset.js";
import { readExperimentFile } from "../../dist/spec/experiment/read-experiment-file.js";
import { planTrials } from "../../dist/trials/plan.js";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { peerCommand, peerEnvironment } from "./peer-process.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
const STATSMODELS = "usr/lib/python3/dist-packages/statsmodels";
const BOOKS = "package/data";
/** File and column to predict. */
const TABLES = [
  [`${BOOKS}/penguins.json`, "Species"],
  [`${BOOKS}/cars.json`, "Miles_per_Gallon"],
  [`${BOOKS}/seattle-weather.csv`, "weather"],
  [`${BOOKS}/movies.json`, "IMDB Rating"],
  [`${BOOKS}/gapminder-health-income.csv`, "health"],
  [`${BOOKS}/gapminder.json`, "life_expect"],
  [`${BOOKS}/barley.json`, "yield"],
  [`${BOOKS}/birdstrikes.csv`, "Wildlife Size"],
  [`${BOOKS}/flights-2k.json`, "delay"],
  [`${STATSMODELS}/datasets/fair/fair.csv`, "affairs"],
  [`${STATSMODELS}/datasets/anes96/anes96.csv`, "vote"],
  [`${STATSMODELS}/datasets/randhie/randhie.csv`, "mdvis"],
  [`${STATSMODELS}/datasets/statecrime/statecrime.csv`, "murder"],
  [`${STATSMODELS}/datasets/spector/spector.csv`, "GRADE"],
  [`${STATSMODELS}/datasets/modechoice/modechoice.csv`, "choice"],
  [`${STATSMODELS}/datasets/grunfeld/grunfeld.csv`, "invest"],
  [`${STATSMODELS}/datasets/star98/star98.csv`, "MATHTOT"],
  [`${STATSMODELS}/genmod/tests/results/stata_lbw_glm.csv`, "bwt"],
  [`${STATSMODELS}/regression/tests/results/dietox.csv`, "Weight"],
  [`${STATSMODELS}/gam/tests/results/autos.csv`, "hp"],
];

const { quick, json } = readOptions("public");
const tables = quick ? TABLES.slice(0, 3) : TABLES;
const data = fetched(process.env.PUBLIC_TABLES ?? join(tmpdir(), "gridient-bench", "public-tables"));
await inTemporaryFolder(async (folder) => {
  const rows = [];
  console.log(line(["table", "target", "rows", "score", "gridient", "scikit-learn", "apart"]));
  for (const [file, target] of tables) {
    const row = await compare(join(data, file), target, folder);
    rows.push(row);
    console.log(line([row.table, target, row.rows, row.metric, row.ours, row.theirs, row.apart].map(cellOf)));
  }
  console.log(
    "\nmean ± standard error over three replicates, or seeds; apart: in standard errors, where there are some",
  );
  writeJson(json, { part: "public", machine: describeMachine(), rows });
});

/** Fetches the packages by their ordinary clients, unless their files are there. */
function fetched(folder) {
  mkdirSync(folder, { recursive: true });
  const run = (program, ...args) =>
    execFileSync(program, args, { cwd: folder, stdio: "pipe", encoding: "utf8" });
  if (!existsSync(join(folder, BOOKS)))
    run("tar", "-xzf", run("npm", "pack", "--silent", "vega-datasets@3.2.1").trim());
  if (!existsSync(join(folder, STATSMODELS))) {
    run("apt-get", "download", "python3-statsmodels");
    run(
      "dpkg",
      "-x",
      readdirSync(folder).find((name) => name.startsWith("python3-statsmodels_")),
      ".",
    );
  }
  return folder;
}

async function compare(source, target, folder) {
  const file = source.split("/").at(-1);
  copyFileSync(source, join(folder, file));
  const table = file.replace(/\.\w+$/, "");
  const spec = join(folder, `${table}.yaml`);
  command(folder, "init", spec, "--dataset", file, "--target", target);
  command(folder, "sweep", spec, "--workers", "2");
  for (const format of ["json", "onnx"])
    command(folder, "export-model", spec, "--out", `${table}.model.${format}`);
  const answers = parse(command(folder, "predict", `${table}.model.json`, file));
  const { experiment } = await readExperimentFile(spec, { limit: 1000 });
  const plan = planTrials(experiment);
  const summary = JSON.parse(readFileSync(join(folder, "results", table, "summary.json"), "utf8"));
  const { configuration } = plan.configurations[summary.best];
  const set = await loadDataset(configuration.dataset, { dataDir: undefined, cacheDir: "" });
  const metric = set.labels ? "testAccuracy" : "testR2";
  const trials = parse(readFileSync(join(folder, "results", table, "trials.csv")), { columns: true });
  const own = trials.filter((trial) => Number(trial.configuration) === summary.best);
  const ours = statisticsOf(own.map((trial) => Number(trial[metric])));
  const theirs = statisticsOf(peerScores(set, configuration, own.length));
  const spread = Math.hypot(ours.error, theirs.error);
  const apart = spread === 0 ? "-" : (ours.mean - theirs.mean) / spread;
  return { table, rows: answers.length - 1, metric: set.labels ? "accuracy" : "R²", ours, theirs, apart };
}

/** @throws {Error} With what the command says, unless it succeeds. */
function command(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  throw new Error(`gridient ${args.join(" ")} ended with ${status}: ${stderr}${stdout}`);
}

function peerScores(set, { architecture, batchSize, epochs, eta }, seeds) {
  const bytes = (values) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
  const task = {
    inputs: bytes(set.inputs),
    features: set.features,
    targets: bytes(set.labels ?? set.targets),
    isClasses: set.labels !== undefined,
    train: bytes(set.parts.train),
    test: bytes(set.parts.test),
    hidden: architecture.hidden,
    batchSize,
    epochs,
    eta,
    seeds,
  };
  const [program, ...args] = peerCommand("public_tables.py");
  const found = spawnSync(program, args, {
    input: `${JSON.stringify(task)}\n`,
    env: peerEnvironment(),
    encoding: "utf8",
  });
  if (found.status !== 0) throw new Error(found.stderr.trim().split("\n").at(-1));
  return JSON.parse(found.stdout);
}

function statisticsOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

function cellOf(value) {
  if (typeof value === "object") return `${value.mean.toFixed(3)} ± ${value.error.toFixed(3)}`;
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function line(cells) {
  const widths = [24, 18, 7, 10, 16, 16, 0];
  return cells
    .map((cell, i) => cell.padEnd(widths[i]))
    .join("")
    .trimEnd();
}
