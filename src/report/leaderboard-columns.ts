import { deviationText, intervalText } from "../results/figure-text.ts";
import { measuredTrials } from "../results/replicates/measured-trials.ts";
import { metricText } from "../results/metric-text.ts";
import { rootErrorOf } from "../results/own-units.ts";
import { isWinner } from "../results/winners.ts";
import { metricNamed } from "../metrics/metrics.ts";
import type { Board, BoardStanding } from "../results/board.ts";
import { comparisonText } from "./comparison-text.ts";
import type { TableColumn } from "./tables/table-column.ts";

/** A column of figures beside the axes. */
export type LeaderboardColumn = Pick<TableColumn<BoardStanding>, "key" | "heading" | "textOf">;

/** Returns the columns, without those that are empty or the same for all settings. */
export function leaderboardColumns(results: Board): LeaderboardColumn[] {
  const { experiment, leaderboard, configurations } = results;
  const { metric } = experiment.objective;
  const own = ownColumn(results);
  const isRepeated = leaderboard.some(({ configuration }) => configuration.objective.sd !== null);
  const isSized = new Set(configurations.map(({ parameters }) => parameters)).size > 1;
  return [
    { key: metric, heading: metricText(metric, results), textOf: objectiveCell(metric) },
    ...own,
    ...(isRepeated ? [own.length > 0 ? OWN_DEVIATION : deviationColumn(metric)] : []),
    ...differenceColumns(results),
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
    const measured = measuredTrials(objective);
    const isPartial = measured > 0 && measured < trials.length;
    const figure = intervalText(metric, objective) || "-";
    return isPartial ? `${figure} (${measured} of ${trials.length})` : figure;
  };
}

/** A loss of a scaled target in its own units, beside the loss. */
function ownColumn({ experiment, configurations }: Board): LeaderboardColumn[] {
  const own = rootErrorOf(experiment.objective.metric);
  if (own === undefined || configurations.every(({ objectiveRmse }) => !objectiveRmse)) return [];
  const textOf = ({ configuration: { objectiveRmse } }: BoardStanding): string =>
    (objectiveRmse && intervalText(own, objectiveRmse)) || "-";
  return [{ key: own, heading: metricText(own, {}), textOf }];
}

function deviationColumn(metric: string): LeaderboardColumn {
  return {
    key: "sd",
    heading: "sd",
    textOf: ({ configuration }) => deviationText(metric, configuration.objective.sd),
  };
}

/** The same of RMSEs in the target's own units. */
const OWN_DEVIATION: LeaderboardColumn = {
  key: "sd",
  heading: "sd of RMSE",
  textOf: ({ configuration }) => deviationText("validationRmse", configuration.objectiveRmse?.sd ?? null),
};

/** Differences from the best, with the verdict at the end of a row, and from the baseline. */
function differenceColumns({
  leaderboard,
  baseline,
  experiment,
  configurations,
}: Board): LeaderboardColumn[] {
  const toBest = {
    key: "difference",
    name: "the best",
    isReference: isWinner,
    comparisonOf: (standing: BoardStanding) => standing.toBest,
  };
  const toBaseline = {
    key: "fromBaseline",
    name: "the baseline",
    isReference: ({ configuration }: BoardStanding) => configuration === baseline,
    comparisonOf: (standing: BoardStanding) => standing.toBaseline,
  };
  const scaled = configurations.some(({ objectiveRmse }) => objectiveRmse) ? "scaled, " : "";
  return [toBest, ...(baseline ? [toBaseline] : [])].flatMap(({ key, name, isReference, comparisonOf }) => {
    if (leaderboard.every((standing) => (comparisonOf(standing)?.difference.n ?? 0) < 2)) return [];
    const textOf = (standing: BoardStanding): string =>
      isReference(standing) ? "" : comparisonText(experiment.objective.metric, comparisonOf(standing));
    return [{ key, heading: `${scaled}from ${name}`, textOf }];
  });
}

/** The test metric beside the objective: settings are selected on the validation set and evaluated on the test set. */
function testColumn(board: Board): LeaderboardColumn[] {
  const { metrics, experiment } = board;
  const { part, score } = metricNamed(experiment.objective.metric);
  const sameOnTest = score && part ? [experiment.objective.metric.replace(part, "test")] : [];
  const derived = metrics.some(({ name, isDerived }) => isDerived && name === "testRmse") ? ["testRmse"] : [];
  const column = [...sameOnTest, "testAccuracy", ...derived, "testLoss"]
    .map((name) => metrics.findIndex((metric) => metric.name === name))
    .find((index) => index >= 0);
  const name = column === undefined ? undefined : metrics[column]!.name;
  const shown = [experiment.objective.metric, rootErrorOf(experiment.objective.metric)];
  if (column === undefined || name === undefined || shown.includes(name)) return [];
  const textOf = ({ configuration }: BoardStanding): string =>
    intervalText(name, configuration.metrics[column]!) || "-";
  return [{ key: name, heading: metricText(name, board), textOf }];
}
