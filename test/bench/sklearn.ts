/**
 * Side by side with scikit-learn on the tables that it bundles. Both train the same grid on the same rows, ten seeds each.
 * Compared are the metric of the test part, for each seed the mean over the grid, and the time from the start of a process
 * to its written tables.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { CLI, timeCommand } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { peerCommand, peerEnvironment } from "./peer-process.ts";
import { apart, meanError, meanOf, type MeanError } from "./statistics.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const BATCH = 32;
const ACTIVATIONS = ["relu", "tanh"];
/** scikit-learn calls plain momentum sgd. */
const STEPS = [
  { solver: "adam", optimizer: "adam", eta: 0.001 },
  { solver: "sgd", optimizer: "{name: momentum, momentum: 0.9}", eta: 0.02 },
];
const TABLES: readonly TableSetting[] = [
  { table: "iris", hidden: [16], isRegression: false },
  { table: "wine", hidden: [16], isRegression: false },
  { table: "breast-cancer", hidden: [32], isRegression: false },
  { table: "digits8", hidden: [64], isRegression: false },
  { table: "diabetes", hidden: [32], isRegression: true },
];

interface TableSetting {
  readonly table: string;
  readonly hidden: readonly number[];
  readonly isRegression: boolean;
}

interface Length {
  readonly seeds: number;
  readonly epochs: number;
}

export interface SklearnFigures {
  readonly version: string;
  readonly seeds: number;
  readonly trainings: number;
  readonly rows: readonly {
    readonly table: string;
    readonly metric: string;
    readonly ours: MeanError;
    readonly theirs: MeanError;
  }[];
  readonly seconds: { readonly ours: number; readonly theirs: number };
  readonly isCalm: boolean;
}

export const sklearn: Measurement<SklearnFigures> = { measure, text };

function measure(size: Size): Promise<SklearnFigures> {
  const length = bySize(size, {
    full: { seeds: 10, epochs: 100 },
    quick: { seeds: 2, epochs: 10 },
    smallest: { seeds: 2, epochs: 1 },
  });
  return inTemporaryFolder(async (folder) => {
    const options = { cwd: folder, env: peerEnvironment() };
    await timeCommand(peerCommand("sklearn_tables.py", folder), options);
    const settings = TABLES.map((setting) => ({ ...setting, batchSize: BATCH, epochs: length.epochs }));
    const task = { settings, activations: ACTIVATIONS, steps: STEPS, seeds: length.seeds };
    writeFileSync(join(folder, "grid.json"), JSON.stringify(task));
    for (const setting of TABLES)
      writeFileSync(join(folder, `${setting.table}.yaml`), specOf(setting, length));
    const theirs = await timeCommand(peerCommand("sklearn_grid.py", folder, "theirs.csv"), options);
    const files = TABLES.map(({ table }) => `${table}.yaml`);
    const ours = await timeCommand([process.execPath, CLI, "sweep", ...files, "--workers", "2"], options);
    return {
      version: theirs.stdout.trim(),
      seeds: length.seeds,
      trainings: length.seeds * ACTIVATIONS.length * STEPS.length * TABLES.length,
      rows: TABLES.map((setting) => compare(setting, folder, length.seeds)),
      seconds: { ours: ours.seconds, theirs: theirs.seconds },
      isCalm: ours.isCalm && theirs.isCalm,
    };
  });
}

/** The same as an experiment. scikit-learn draws first weights with Glorot's variance, ours are normal. */
function specOf({ table, hidden, isRegression }: TableSetting, { seeds, epochs }: Length): string {
  return `
dataset: {name: csv, path: ${table}.csv, target: answer, splitColumn: part}
architecture:
  hidden: ${JSON.stringify(hidden)}
  activation: ${JSON.stringify(ACTIVATIONS)}
  output: ${isRegression ? "identity" : "softmax"}
  init: xavier
loss: ${isRegression ? "quadratic" : "crossEntropy"}
batchSize: ${BATCH}
epochs: ${epochs}
replicates: ${seeds}
${isRegression ? "metrics: [r2]" : ""}
sweep:
  zip:
    step: {optimizer: [${STEPS.map(({ optimizer }) => optimizer).join(", ")}], eta: ${JSON.stringify(STEPS.map(({ eta }) => eta))}}
`;
}

/** Of each seed the mean over the grid, ours and theirs. */
function compare(
  { table, isRegression }: TableSetting,
  folder: string,
  seeds: number,
): SklearnFigures["rows"][number] {
  const theirs = rowsOf(join(folder, "theirs.csv")).filter((row) => row["table"] === table);
  const ours = rowsOf(join(folder, "results", table, "trials.csv"));
  const metric = isRegression ? "testR2" : "testAccuracy";
  const bySeed = (rows: readonly Row[], seed: string, metric: string) =>
    meanError(
      Array.from({ length: seeds }, (_, s) => {
        return meanOf(rows.filter((row) => Number(row[seed]) === s).map((row) => Number(row[metric])));
      }),
    );
  return {
    table,
    metric,
    ours: bySeed(ours, "replicate", metric),
    theirs: bySeed(theirs, "seed", "metric"),
  };
}

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true });
}

function text({ version, seeds, trainings, rows, seconds, isCalm }: SklearnFigures): string {
  const figure = ({ mean, error }: MeanError) => `${mean.toFixed(4)} ± ${error.toFixed(4)}`;
  const lines = rows.map(({ table, metric, ours, theirs }) => {
    return [table, metric, figure(ours), figure(theirs), apart(ours, theirs).toFixed(1)];
  });
  const calm = isCalm ? "" : " (disturbed)";
  const factor = (seconds.theirs / seconds.ours).toFixed(1);
  return [
    `Test part, mean ± standard error over ${seeds} seeds, each the mean of ${trainings / seeds / rows.length} settings`,
    "",
    tableText([
      ["table", "metric", "gridient", `scikit-learn ${version}`, "apart, in standard errors"],
      ...lines,
    ]),
    "",
    `${trainings} trainings: ${seconds.ours.toFixed(1)} s, scikit-learn ${seconds.theirs.toFixed(1)} s, ${factor} x as fast${calm}`,
  ].join("\n");
}
