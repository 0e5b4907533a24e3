import type { Board, BoardTrial } from "../../results/board.ts";
import { figureText } from "../../results/figure-text.ts";
import { lastValue } from "../../results/best-epoch.ts";
import { metricText } from "../../results/metric-text.ts";
import { axisColumns } from "./axis-columns.ts";
import type { TableColumn } from "./table-column.ts";

/** A column of a list of trials. */
export type TrialColumn = TableColumn<BoardTrial>;

/** Characters that identify an id. */
const SHORT_ID = 12;

/** Returns all columns about trials, in the order of trials.csv. */
export function trialColumns(board: Board): TrialColumn[] {
  const byIndex = new Map(board.configurations.map((configuration) => [configuration.index, configuration]));
  const objective = board.experiment.objective.metric;
  return [
    countColumn("trial", ({ trial }) => trial.index),
    minor({
      ...wordColumn("id", ({ trial }) => trial.id),
      textOf: ({ trial }) => trial.id.slice(0, SHORT_ID),
    }),
    minor(countColumn("configuration", ({ trial }) => trial.configurationIndex)),
    ...(board.experiment.replicates.folds === undefined
      ? []
      : [countColumn("fold", ({ trial }) => trial.fold ?? null)]),
    countColumn("replicate", ({ trial }) => trial.replicate),
    ...axisColumns<BoardTrial>(board, ({ trial }) => byIndex.get(trial.configurationIndex)!),
    wordColumn("status", ({ status }) => status),
    minor(
      countColumn("divergedEpoch", ({ record }) =>
        record?.status === "diverged" ? record.divergedEpoch : null,
      ),
    ),
    minor(countColumn("bestEpoch", ({ bestEpoch }) => bestEpoch ?? null)),
    ...board.metrics.map(({ name }) =>
      name === objective ? metricColumn(name, board) : minor(metricColumn(name, board)),
    ),
  ];
}

function minor(column: TrialColumn): TrialColumn {
  return { ...column, isMinor: true };
}

function metricColumn(name: string, board: Board): TrialColumn {
  const valueOf = (row: BoardTrial): number | null => lastValue(row, name);
  const textOf = (row: BoardTrial): string => {
    const value = valueOf(row);
    return value === null ? "-" : figureText(name, value);
  };
  return { key: name, heading: metricText(name, board), textOf, valueOf };
}

function countColumn(key: string, valueOf: (row: BoardTrial) => number | null): TrialColumn {
  return { key, heading: metricText(key, {}), textOf: (row) => String(valueOf(row) ?? "-"), valueOf };
}

function wordColumn(key: string, wordOf: (row: BoardTrial) => string): TrialColumn {
  return { key, heading: key, side: "left", textOf: wordOf, valueOf: wordOf };
}
