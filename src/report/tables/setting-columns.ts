import type { Board, BoardStanding } from "../../results/board.ts";
import { figureText, intervalText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import { trialWord } from "../../spec/repetitions.ts";
import { leaderboardColumns } from "../leaderboard-columns.ts";
import { statusText } from "../status-text.ts";
import { axisColumns } from "./axis-columns.ts";
import type { TableColumn } from "./table-column.ts";

/** A column of a leaderboard. */
export type SettingColumn = TableColumn<BoardStanding>;

/** Returns all columns about settings: rank, axes, objective, other metrics, counts of replicates, status. */
export function settingColumns(board: Board): SettingColumn[] {
  const { metric } = board.experiment.objective;
  const others = board.metrics.filter(({ name }) => name !== metric);
  return [
    countColumn("rank", ({ place }) => place),
    ...axisColumns<BoardStanding>(board, ({ configuration }) => configuration),
    ...objectiveColumns(board),
    ...others.map(({ name }) => metricColumn(board, name)),
    countColumn("parameters", ({ configuration }) => configuration.parameters),
    countColumn(
      `${trialWord(board.experiment.replicates)}s`,
      ({ configuration }) => configuration.trials.length,
    ),
    countColumn("diverged", ({ configuration }) => configuration.divergedEpochs.length),
    countColumn("failed", ({ configuration }) => configuration.failed),
    {
      key: "status",
      heading: "",
      side: "left",
      textOf: (standing) => statusText(standing, board),
      valueOf: (standing) => statusText(standing, board) || null,
    },
  ];
}

/** The objective's mean with its interval, its ends, the standard deviation, the difference from best or baseline. */
function objectiveColumns(board: Board): SettingColumn[] {
  const { metric } = board.experiment.objective;
  const shown = new Map(leaderboardColumns(board).map((column) => [column.key, column]));
  const column = (key: string, valueOf: (standing: BoardStanding) => number | null): SettingColumn => ({
    key,
    heading: shown.get(key)?.heading ?? key,
    textOf: shown.get(key)?.textOf ?? ((standing) => figureOrNothing(metric, valueOf(standing))),
    valueOf,
  });
  return [
    column(metric, ({ configuration }) => configuration.objective.mean),
    column("low", ({ configuration }) => configuration.objective.ci95?.low ?? null),
    column("high", ({ configuration }) => configuration.objective.ci95?.high ?? null),
    column("sd", ({ configuration }) => configuration.objective.sd),
    column("difference", ({ toBest }) => toBest?.difference.mean ?? null),
    ...(board.baseline
      ? [column("fromBaseline", ({ toBaseline }) => toBaseline?.difference.mean ?? null)]
      : []),
  ];
}

function metricColumn(board: Board, name: string): SettingColumn {
  const at = board.metrics.findIndex((metric) => metric.name === name);
  return {
    key: name,
    heading: metricText(name, board),
    textOf: ({ configuration }) => intervalText(name, configuration.metrics[at]!) || "-",
    valueOf: ({ configuration }) => configuration.metrics[at]!.mean,
  };
}

function countColumn(key: string, valueOf: (standing: BoardStanding) => number): SettingColumn {
  return { key, heading: key, textOf: (standing) => String(valueOf(standing)), valueOf };
}

function figureOrNothing(metric: string, value: number | null): string {
  return value === null ? "-" : figureText(metric, value);
}
