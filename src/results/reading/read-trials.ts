import type { Objective } from "../../spec/experiment.ts";
import type { MetricSeries } from "../../training/record.ts";
import type { BoardRecord, BoardTrial } from "../board.ts";
import { unitOfTrial, withRootErrors } from "../own-units.ts";
import { objectiveValue } from "../trial-result.ts";
import { countIn, eachRow, numberIn, type TableRow } from "./table-rows.ts";

const TRIALS = "trials.csv";
const EPOCHS = "epochs.csv";

/** Values of a trial's epochs by metric. */
type Curves = Record<string, (number | null)[]>;

/** The tables of a folder, as text. */
export interface TrialTables {
  readonly trials: string;
  /** Absent where it is too large to be committed: then only the values at the last epoch are known. */
  readonly epochs?: string | undefined;
}

/**
 * Returns the trials of a folder in plan order, as its tables list them.
 * @throws {GridientError} E_USAGE if a table cannot be read.
 */
export function readTrials(
  tables: TrialTables,
  {
    metrics,
    objective,
    unitsOf,
  }: {
    metrics: readonly string[];
    objective: Objective;
    /** Returns the units of a configuration's losses. */
    unitsOf: (configurationIndex: number) => readonly number[] | undefined;
  },
): BoardTrial[] {
  const header = tables.trials.slice(0, tables.trials.indexOf("\n")).trimEnd().split(",");
  const [measured, derived] = [
    metrics.filter((name) => header.includes(name)),
    metrics.filter((name) => !header.includes(name)),
  ];
  const curves = curvesOf(tables.epochs, measured);
  const trials: BoardTrial[] = [];
  eachRow(TRIALS, tables.trials, (row) => {
    const trial = trialOf(row);
    const unit = unitOfTrial(unitsOf(trial.configurationIndex), trial.fold);
    const record = recordOf(row, curves.get(row["trial"]), { metrics: measured, unit, derived });
    const bestEpoch = numberIn(row, "bestEpoch", TRIALS) ?? undefined;
    trials.push({
      trial,
      status: row["status"] as BoardTrial["status"], // shown as it is
      record,
      bestEpoch,
      objective: objectiveValue(record, objective, bestEpoch),
    });
  });
  return trials;
}

/** Returns the curves of trials by their number in the table, as far as it has them. */
function curvesOf(epochs: string | undefined, metrics: readonly string[]): Map<string | undefined, Curves> {
  const curves = new Map<string | undefined, Curves>();
  eachRow(EPOCHS, epochs ?? "", (row) => {
    const known = curves.get(row["trial"]);
    const values = known ?? emptyCurves(metrics);
    if (!known) curves.set(row["trial"], values);
    for (const metric of metrics) values[metric]!.push(numberIn(row, metric, EPOCHS));
  });
  return curves;
}

function emptyCurves(metrics: readonly string[]): Curves {
  return Object.fromEntries(metrics.map((metric) => [metric, []]));
}

function trialOf(row: TableRow): BoardTrial["trial"] {
  return {
    index: countIn(row, "trial", TRIALS),
    id: row["id"] ?? "",
    configurationIndex: countIn(row, "configuration", TRIALS),
    ...(row["fold"] && { fold: countIn(row, "fold", TRIALS) }),
    replicate: countIn(row, "replicate", TRIALS),
  };
}

function recordOf(
  row: TableRow,
  curves: Curves | undefined,
  {
    metrics,
    unit,
    derived,
  }: { metrics: readonly string[]; unit: number | undefined; derived: readonly string[] },
): BoardRecord | undefined {
  const record = measuredRecord(row, curves, metrics);
  return record && unit !== undefined
    ? { ...record, metrics: withRootErrors(record.metrics, derived, unit) }
    : record;
}

function measuredRecord(
  row: TableRow,
  curves: Curves | undefined,
  metrics: readonly string[],
): BoardRecord | undefined {
  const status = row["status"];
  if (status === "diverged") {
    const divergedEpoch = countIn(row, "divergedEpoch", TRIALS);
    return { status, divergedEpoch, metrics: untilEpoch(curves ?? emptyCurves(metrics), divergedEpoch) };
  }
  if (status !== "completed" && status !== "stopped") return undefined;
  return { status, metrics: curves ?? lastValues(row, metrics) };
}

function untilEpoch(curves: Curves, epoch: number): MetricSeries {
  return Object.fromEntries(
    Object.entries(curves).map(([metric, values]) => [metric, values.slice(0, epoch)]),
  );
}

function lastValues(row: TableRow, metrics: readonly string[]): MetricSeries {
  return Object.fromEntries(metrics.map((metric) => [metric, [numberIn(row, metric, TRIALS)]]));
}
