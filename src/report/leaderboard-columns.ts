import { deviationText, intervalText } from "../results/figure-text.ts";
import { metricText } from "../results/metric-text.ts";
import { isWinner } from "../results/winners.ts";
import { metricNamed } from "../spec/metrics.ts";
import type { Board, BoardStanding } from "../results/board.ts";
import { comparisonText } from "./comparison-text.ts";
import type { TableColumn } from "./tables/table-column.ts";

/** A column of figures beside the axes. */
export type LeaderboardColumn = Pick<TableColumn<BoardStanding>, "key" | "heading" | "textOf">;

/** Returns the columns that say something: those that are empty or the same for all settings are left out. */
export function leaderboardColumns(results: Board): LeaderboardColumn[] {
  const { experiment, leaderboard, configurations } = results;
  const { metric } = experiment.objective;
  const isRepeated = leaderboard.some(({ configuration }) => configuration.objective.sd !== null);
  const isSized = new Set(configurations.map(({ parameters }) => parameters)).size > 1;
  return [
    { key: metric, heading: metricText(metric), textOf: objectiveCell(metric) },
    ...(isRepeated ? [deviationColumn(metric)] : []),
    ...differenceColumn(results),
    ...testColumn(results),
    ...(isSized ? [PARAMETERS] : []),
  ];
}

const PARAMETERS: LeaderboardColumn = {
  key: "parameters",
  heading: "parameters",
  textOf: ({ configuration }) => String(configuration.parameters),
};

/** "94.50 ± 0.31 %", of diverged and failed replicates "94.50 ± 0.31 % (2 of 3)". */
function objectiveCell(metric: string): LeaderboardColumn["textOf"] {
  return ({ configuration: { objective, trials } }) => {
    const isPartial = objective.n > 0 && objective.n < trials.length;
    const figure = intervalText(metric, objective) || "-";
    return isPartial ? `${figure} (${objective.n} of ${trials.length})` : figure;
  };
}

function deviationColumn(metric: string): LeaderboardColumn {
  return {
    key: "sd",
    heading: "sd",
    textOf: ({ configuration }) => deviationText(metric, configuration.objective.sd),
  };
}

function differenceColumn({ leaderboard, baseline, experiment }: Board): LeaderboardColumn[] {
  const comparisonOf = ({ toBest, toBaseline }: BoardStanding) => (baseline ? toBaseline : toBest);
  const isTestable = leaderboard.some((standing) => {
    return (comparisonOf(standing)?.difference.status ?? "tooFew") !== "tooFew";
  });
  if (!isTestable) return [];
  const textOf = (standing: BoardStanding): string =>
    (baseline ? standing.configuration === baseline : isWinner(standing))
      ? ""
      : comparisonText(experiment.objective.metric, comparisonOf(standing));
  return [{ key: "difference", heading: baseline ? "from the baseline" : "from the best", textOf }];
}

/** What is chosen on validation is judged on test: that column stands beside the objective's. */
function testColumn({ metrics, experiment }: Board): LeaderboardColumn[] {
  const { part, score } = metricNamed(experiment.objective.metric);
  const sameOnTest = score && part ? [experiment.objective.metric.replace(part, "test")] : [];
  const column = [...sameOnTest, "testAccuracy", "testLoss"]
    .map((name) => metrics.findIndex((metric) => metric.name === name))
    .find((index) => index >= 0);
  const name = column === undefined ? undefined : metrics[column]!.name;
  if (column === undefined || name === undefined || experiment.objective.metric === name) return [];
  const textOf = ({ configuration }: BoardStanding): string =>
    intervalText(name, configuration.metrics[column]!) || "-";
  return [{ key: name, heading: metricText(name), textOf }];
}
