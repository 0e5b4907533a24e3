import type { Board, BoardConfiguration } from "../../results/board.ts";
import { isConditionPath } from "../../results/comparisons/conditions.ts";
import { intervalText } from "../../results/figure-text.ts";
import { listText } from "../../results/list-text.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import { measuredTrials } from "../../results/replicates/measured-trials.ts";
import { metricPhrase, metricText } from "../../results/metric-text.ts";
import { rootErrorOf, unitsText } from "../../results/own-units.ts";
import { settingText } from "../../results/setting-text.ts";
import { hasConditions, winnersOf } from "../../results/winners.ts";
import { comparisonWithUnit } from "../comparison-text.ts";
import type { Answer } from "../page/page-data.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";
import { replicatesText } from "./replicates-text.ts";
import { capitalized } from "../../text/counted.ts";

/** Returns the sentences that answer an experiment and those that limit the answer, as plain text. */
export function answerOf(results: Board): Answer {
  const { best, experiment, configurations, columns } = results;
  const { metric, at } = experiment.objective;
  if (!best) return { emphasized: "No setting finished training", rest: ", so none is best.", further: "" };
  const figure = objectiveFigure(best, results);
  const unit = lengthUnit(results);
  const { folds } = experiment.replicates;
  const source = unit === "step" ? "" : ` (${replicatesText(measuredTrials(best.objective), folds)})`;
  if (hasConditions(results.leaderboard)) return answerByCondition(results, source);
  if (configurations.length === 1)
    return {
      emphasized: `${capitalized(metricText(metric, results))} at the ${at} ${unit}: ${figure}`,
      rest: `${source}.`,
      further: "",
    };
  const rest = `, with ${metricPhrase(metric, results)} of ${figure} at the ${at} ${unit}${source}.`;
  const further = [gainText(results), testText(results), confirmationText(results)]
    .filter((text) => text !== "")
    .join(" ");
  return {
    emphasized: `Best: ${settingText(best, columns)}`,
    rest,
    further,
    uncertain: verdictSentences(results),
  };
}

const MOST_CONDITIONS = 5;

/** Conditions are given rather than chosen, so the answer names the best setting of each condition. */
function answerByCondition(results: Board, source: string): Answer {
  const { leaderboard, columns, experiment } = results;
  const { metric, at } = experiment.objective;
  const chosen = columns.flatMap(({ path }, i) => (isConditionPath(path, metric) ? [] : i));
  const winners = winnersOf(leaderboard).map(({ condition, configuration }) => ({
    condition,
    setting: settingText(
      { values: chosen.map((i) => configuration.values[i]!) },
      chosen.map((i) => columns[i]!),
    ),
    figure: `${objectiveFigure(configuration, results)} (${condition})`,
  }));
  const figures = listText(
    winners.map(({ figure }) => figure),
    MOST_CONDITIONS,
  );
  const moment = `at the ${at} ${lengthUnit(results)}`;
  const confirmed = confirmationText(results);
  const further = [
    withoutWinner(leaderboard),
    gainText(results),
    confirmed && `For ${settingText(results.best!, columns)}: ${confirmed}`,
  ]
    .filter((text) => text !== "")
    .join(" ");
  const uncertain = verdictSentences(results);
  if (chosen.length === 0)
    return {
      emphasized: `${capitalized(metricText(metric, results))} ${moment}`,
      rest: `: ${figures}${source}.`,
      further,
      uncertain,
    };
  const isSame = new Set(winners.map(({ setting }) => setting)).size === 1;
  const settings = winners.map(({ condition, setting }) => `at ${condition}: ${setting}`);
  return {
    emphasized: isSame
      ? `Best in every condition: ${winners[0]!.setting}`
      : `Best ${listText(settings, MOST_CONDITIONS)}`,
    rest: `, with ${metricPhrase(metric, results)} ${moment} of ${figures}${source}.`,
    further,
    uncertain,
  };
}

function withoutWinner(leaderboard: Board["leaderboard"]): string {
  const names = new Set(leaderboard.map(({ condition }) => condition));
  for (const { condition } of winnersOf(leaderboard)) names.delete(condition);
  return names.size === 0 ? "" : `No setting finished training at ${listText([...names], MOST_CONDITIONS)}.`;
}

/** Returns which settings tie with the best, and for which too few replicates were trained. */
function verdictSentences({ leaderboard, columns }: Board): string[] {
  const leader = hasConditions(leaderboard) ? "the best of its condition" : "the best";
  const texts = { tie: `Tied with ${leader}`, undecided: `May be as good as ${leader} (undecided)` };
  return (["tie", "undecided"] as const).flatMap((verdict) => {
    const found = leaderboard.filter(({ toBest }) => toBest?.verdict === verdict);
    const settings = found.map(({ configuration }) => settingText(configuration, columns));
    return found.length === 0 ? [] : `${texts[verdict]}: ${listText(settings, 5)}.`;
  });
}

/** Returns how far the best setting is from the baseline. */
function gainText({ baseline, leaderboard, columns, experiment }: Board): string {
  const comparison = winnersOf(leaderboard).find(({ toBaseline }) => toBaseline)?.toBaseline;
  if (!baseline || !comparison) return "";
  const { metric } = experiment.objective;
  const figure = comparisonWithUnit(metric, comparison);
  return `Difference from the baseline (${settingText(baseline, columns)}): ${figure}.`;
}

/** Returns the objective of a configuration; for a loss of a scaled target, also the RMSE in the units of the target. */
function objectiveFigure(
  { objective, objectiveRmse }: Pick<BoardConfiguration, "objective" | "objectiveRmse">,
  board: Pick<Board, "experiment" | "scaledTargets">,
): string {
  const { metric } = board.experiment.objective;
  const figure = intervalText(metric, objective);
  const own = rootErrorOf(metric);
  const rmse = own && objectiveRmse ? intervalText(own, objectiveRmse) : "";
  return rmse === "" ? figure : `${figure} (RMSE ${rmse} in the units of ${unitsText(board)})`;
}

/** Returns the score of the best setting on the test part, where it was selected on the validation part. */
function testText(board: Board): string {
  const { best, experiment, metrics, warnings } = board;
  const { metric, at } = experiment.objective;
  const hasPeeked = warnings.some(({ code }) => code === "testSetChoice");
  if (!best || at !== "last" || metricNamed(metric).part !== "validation" || hasPeeked) return "";
  const name = metric.replace("validation", "test");
  const own = metrics.find(
    ({ isDerived, name: candidate }) => isDerived && candidate === rootErrorOf(name),
  )?.name;
  const column = metrics.findIndex((candidate) => candidate.name === (own ?? name));
  const figure = column < 0 ? "" : intervalText(own ?? name, best.metrics[column]!);
  const [what, units] = own
    ? ["RMSE ", ` in the units of ${unitsText(board)}`]
    : [board.scaledTargets && metricNamed(name).quantity === "loss" ? `${metricText(name, board)} ` : "", ""];
  return figure && `On the test set, which was not used for selection: ${what}${figure}${units}.`;
}

/**
 * Returns the score of the best setting on fresh replicates, empty where there are none: that on the others is optimistic,
 * because it was selected for it.
 */
export function confirmationText(board: Board): string {
  const { confirmation, best, experiment } = board;
  const [fresh] = confirmation?.configurations ?? [];
  if (!confirmation || !fresh || !best) return "";
  const count = repetitionsText(confirmation.experiment.replicates);
  const { n, trials = n, mean } = fresh.objective;
  const lost = repetitionsOf(confirmation.experiment.replicates) - trials;
  const partial = lost > 0 ? ` (${lost} without a value)` : "";
  const figure = mean === null ? "no value" : objectiveFigure(fresh, board);
  const { replicates } = experiment;
  const { folds = 1 } = replicates;
  // A race selects with the replicates that it has got.
  const used = best.trials.length > 0 ? { ...replicates, count: best.trials.length / folds } : replicates;
  return `On the ${repetitionsText(used)} used for selection: ${objectiveFigure(best, board)}; on ${count} with new random numbers${partial}: ${figure}.`;
}
