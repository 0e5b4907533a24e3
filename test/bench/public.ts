/**
 * Twenty public tables without a hand's turn. Each is read by `init`, trained by `sweep`, exported as JSON and ONNX and
 * answered by `predict`; then scikit-learn's MLP trains with the settings of the best one on the same rows. The tables are
 * those of the packages vega-datasets (npm) and python3-statsmodels (Debian); peers/setup.sh fetches them.
 * @module
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Dataset } from "../../src/data/dataset.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { readExperimentFile } from "../support/read-experiment.ts";
import type { NetworkConfiguration } from "../../src/fields/configuration.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { timeGridient } from "./commands.ts";
import { LOAD } from "./data.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { peerCommand, peerEnvironment } from "./peer-process.ts";
import { apart, meanError, type MeanError } from "./statistics.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { missingTools, PUBLIC_TABLES } from "./tools.ts";
import { OpenedFiles } from "../../src/data/opened-files.ts";
import { nodeSystem } from "../../src/files/node-system.ts";

const STATSMODELS = "usr/lib/python3/dist-packages/statsmodels";
const BOOKS = "package/data";
const FLOWERS = fileURLToPath(new URL("../../experiments/data/flowers.csv", import.meta.url));
/** File and column to predict. */
const TABLES = (
  [
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
  ] as const
).map(([file, target]) => ({ file: join(PUBLIC_TABLES, file), target }));

interface PublicRow {
  readonly table: string;
  readonly target: string;
  readonly rows: number;
  readonly metric: "accuracy" | "R²";
  readonly ours: MeanError;
  /** Absent without scikit-learn. */
  readonly theirs?: MeanError;
}

export interface PublicFigures {
  readonly rows: readonly PublicRow[];
}

export const publicTables: Measurement<PublicFigures> = { measure, text };

async function measure(size: Size): Promise<PublicFigures> {
  const flowers = [{ file: FLOWERS, target: "species" }];
  const tables = bySize(size, { full: TABLES, quick: TABLES.slice(0, 2), smallest: flowers });
  const hasPeer = missingTools(["sklearn"]).length === 0;
  return inTemporaryFolder(async (folder) => {
    const rows = [];
    for (const { file, target } of tables) rows.push(await compare(file, target, { folder, hasPeer }));
    return { rows };
  });
}

async function compare(
  source: string,
  target: string,
  { folder, hasPeer }: { readonly folder: string; readonly hasPeer: boolean },
): Promise<PublicRow> {
  const file = basename(source);
  copyFileSync(source, join(folder, file));
  const table = file.replace(/\.\w+$/, "");
  const spec = join(folder, `${table}.yaml`);
  await timeGridient(folder, ["init", spec, "--dataset", file, "--target", target]);
  await timeGridient(folder, ["sweep", spec, "--workers", "2"]);
  for (const format of ["json", "onnx"])
    await timeGridient(folder, ["export-model", spec, "--out", `${table}.model.${format}`]);
  const { stdout } = await timeGridient(folder, ["predict", `${table}.model.json`, file]);
  const { configuration, index } = await bestOf(spec, join(folder, "results", table));
  const set = await loadDataset(configuration.dataset, {
    ...LOAD,
    cacheDir: "",
    folder: { path: folder, system: nodeSystem, opened: new OpenedFiles() },
  });
  const metric = set.labels ? "testAccuracy" : "testR2";
  const trials = rowsOf(readFileSync(join(folder, "results", table, "trials.csv"), "utf8"));
  const own = trials.filter((trial) => Number(trial["configuration"]) === index);
  return {
    table,
    target,
    rows: rowsOf(stdout).length,
    metric: set.labels ? "accuracy" : "R²",
    ours: meanError(own.map((trial) => Number(trial[metric]))),
    ...(hasPeer && { theirs: meanError(peerScores(set, configuration, own.length)) }),
  };
}

async function bestOf(
  spec: string,
  results: string,
): Promise<{ readonly configuration: NetworkConfiguration; readonly index: number }> {
  const { best } = JSON.parse(readFileSync(join(results, "summary.json"), "utf8")) as {
    readonly best: number;
  };
  const { experiment } = await readExperimentFile(spec, { limit: 1000 });
  const found = experiment && planTrials(experiment).configurations[best];
  if (!found) throw new Error(`No best configuration in ${results}`);
  return { configuration: asNetwork(found.configuration), index: best };
}

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true });
}

/** Returns a score for each seed. */
function peerScores(
  set: Dataset,
  { architecture, batchSize, epochs, eta }: NetworkConfiguration,
  seeds: number,
): number[] {
  const bytes = (values: Uint8Array | Uint32Array | Float32Array) =>
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
  const { status, stdout, stderr } = spawnSync(program, args, {
    input: `${JSON.stringify(task)}\n`,
    env: peerEnvironment(),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr.trim().split("\n").at(-1));
  return JSON.parse(stdout) as number[];
}

function text({ rows }: PublicFigures): string {
  const cell = (figure: MeanError | undefined) =>
    figure ? `${figure.mean.toFixed(3)} ± ${figure.error.toFixed(3)}` : "not measured";
  return [
    tableText([
      ["table", "target", "rows", "score", "gridient", "scikit-learn", "apart"],
      ...rows.map(({ table, target, rows, metric, ours, theirs }) => {
        const distance = theirs ? apart(ours, theirs).toFixed(1) : "-";
        return [table, target, rows, metric, cell(ours), cell(theirs), distance];
      }),
    ]),
    "",
    "mean ± standard error over three replicates, or seeds; apart: in standard errors",
  ].join("\n");
}
