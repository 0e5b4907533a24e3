import type { Objective } from "../../spec/experiment.ts";
import type { MetricSeries } from "../../training/record.ts";
import type { BoardRecord, BoardTrial } from "../board.ts";
import { unitOfTrial, withRootErrors } from "../own-units.ts";
import { groupBy } from "../group-by.ts";
import { objectiveValue } from "../trial-result.ts";
import { countIn, numberIn, tableRows, type TableRow } from "./table-rows.ts";

const TRIALS = "trials.csv";
const EPOCHS = "epochs.csv";

/** What the tables of a folder hold, as text. */
export interface TrialTables {
  readonly trials: string;
  /** Absent where it is too large to be committed: then only the values at the last epoch are known. */
  readonly epochs?: string | undefined;
}

/**
 * Returns the trials of a folder in plan order, as its tables tell them.
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
  const rows = tables.epochs === undefined ? [] : tableRows(EPOCHS, tables.epochs);
  const series = groupBy(rows, (row) => row["trial"]);
  return tableRows(TRIALS, tables.trials).map((row) => {
    const trial = trialOf(row);
    const unit = unitOfTrial(unitsOf(trial.configurationIndex), trial.fold);
    const [measured, told] = [
      metrics.filter((name) => name in row),
      metrics.filter((name) => !(name in row)),
    ];
    const record = recordOf(row, series.get(row["trial"]), { metrics: measured, unit, told });
    const bestEpoch = numberIn(row, "bestEpoch", TRIALS) ?? undefined;
    return {
      trial,
      status: row["status"] as BoardTrial["status"], // shown as it is, whatever it is
      record,
      bestEpoch,
      objective: objectiveValue(record, objective, bestEpoch),
    };
  });
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
  epochs: readonly TableRow[] | undefined,
  { metrics, unit, told }: { metrics: readonly string[]; unit: number | undefined; told: readonly string[] },
): BoardRecord | undefined {
  const record = measuredRecord(row, epochs, metrics);
  return record && unit !== undefined
    ? { ...record, metrics: withRootErrors(record.metrics, told, unit) }
    : record;
}

function measuredRecord(
  row: TableRow,
  epochs: readonly TableRow[] | undefined,
  metrics: readonly string[],
): BoardRecord | undefined {
  const status = row["status"];
  if (status === "diverged") {
    const divergedEpoch = countIn(row, "divergedEpoch", TRIALS);
    return {
      status,
      divergedEpoch,
      metrics: seriesOf(epochs?.slice(0, divergedEpoch) ?? [], metrics, EPOCHS),
    };
  }
  if (status !== "completed" && status !== "stopped") return undefined;
  return { status, metrics: epochs ? seriesOf(epochs, metrics, EPOCHS) : seriesOf([row], metrics, TRIALS) };
}

function seriesOf(rows: readonly TableRow[], metrics: readonly string[], name: string): MetricSeries {
  return Object.fromEntries(
    metrics.map((metric) => [metric, rows.map((row) => numberIn(row, metric, name))]),
  );
}
