import { lastValue } from "../results/best-epoch.ts";
import type { BoardTrial } from "../results/board.ts";
import type { StatedBoard } from "../results/reading/read-board.ts";
import { lastEpoch } from "../training/record.ts";
import type { Rows } from "./formats.ts";
import { parametersOf } from "./trial-parameters.ts";
import { distinctNames, type Scalar, type TypedColumn } from "./typed-column.ts";

interface Row {
  readonly trial: BoardTrial;
  /** Place of its configuration among those of the board. */
  readonly place: number;
  readonly epoch: number;
}

/** Returns the trials of a board as a table, in plan order: one row for each, or one for each of their epochs from 0. */
export function trialTable(board: StatedBoard, rows: Rows): TypedColumn[] {
  const all = board.configurations.flatMap(({ trials }, place) =>
    trials.flatMap((trial) => epochsOf(trial, rows).map((epoch): Row => ({ trial, place, epoch }))),
  );
  const column = (
    name: string,
    type: TypedColumn["type"],
    valueOf: (row: Row) => Scalar | undefined,
  ): TypedColumn => {
    return { name, type, values: all.map((row) => valueOf(row) ?? null) };
  };
  const hasFolds = board.experiment.replicates.folds !== undefined;
  const columns = [
    column("experiment", "text", () => board.experiment.name),
    column("trial", "integer", ({ trial }) => trial.trial.index),
    column("id", "text", ({ trial }) => trial.trial.id),
    column("configuration", "integer", ({ trial }) => trial.trial.configurationIndex),
    ...(hasFolds ? [column("fold", "integer", ({ trial }) => trial.trial.fold)] : []),
    column("replicate", "integer", ({ trial }) => trial.trial.replicate),
    ...parametersOf(board).map(({ name, type, values }) => column(name, type, ({ place }) => values[place])),
    ...(rows === "epochs" ? [column("epoch", "integer", ({ epoch }) => epoch)] : endColumns(column)),
    ...board.metrics.map(({ name }) =>
      column(name, "number", ({ trial, epoch }) =>
        rows === "epochs" ? trial.record?.metrics[name]?.[epoch] : lastValue(trial, name),
      ),
    ),
  ];
  const names = distinctNames(columns.map(({ name }) => name));
  return columns.map((own, i) => ({ ...own, name: names[i]! }));
}

function endColumns(
  column: (name: string, type: TypedColumn["type"], valueOf: (row: Row) => Scalar | undefined) => TypedColumn,
): TypedColumn[] {
  return [
    column("status", "text", ({ trial }) => trial.status),
    column("divergedEpoch", "integer", ({ trial: { record } }) =>
      record?.status === "diverged" ? record.divergedEpoch : null,
    ),
    column("bestEpoch", "integer", ({ trial }) => trial.bestEpoch),
  ];
}

/** As in epochs.csv, a diverged trial ends with an empty row, and a trial without a record has none. */
function epochsOf({ record }: BoardTrial, rows: Rows): number[] {
  if (rows === "trials") return [0];
  if (!record) return [];
  const last = record.status === "diverged" ? record.divergedEpoch : lastEpoch(record.metrics);
  return Array.from({ length: last + 1 }, (_, epoch) => epoch);
}
