import type { Board, BoardConfiguration } from "../../results/board.ts";
import { isConditionPath } from "../../results/comparisons/conditions.ts";
import { differenceUnit, intervalText } from "../../results/figure-text.ts";
import { listText } from "../../results/list-text.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import { measuredTrials } from "../../results/replicates/measured-trials.ts";
import { metricText } from "../../results/metric-text.ts";
import { rootErrorOf, unitsText } from "../../results/own-units.ts";
import { settingText } from "../../results/setting-text.ts";
import { hasConditions, winnersOf } from "../../results/winners.ts";
import { comparisonText } from "../comparison-text.ts";
import type { Answer } from "../page/page-data.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";
import { replicatesText } from "./replicates-text.ts";
import { capitalized } from "../../text/counted.ts";

/** Returns the sentences that answer an experiment, as plain text. */
export function answerOf(results: Board): Answer {
  const { best, experiment, configurations, columns } = results;
  const { metric, at } = experiment.objective;
  if (!best)
    return { emphasized: "No setting trained to its end", rest: ", so there is no best one.", further: "" };
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
  const article = metricNamed(metric).quantity === "epochs" ? "" : "a "; // a plural
  const rest = `, with ${article}${metricText(metric, results)} of ${figure} at the ${at} ${unit}${source}.`;
  const further = [
    verdictText(results, "tie"),
    verdictText(results, "undecided"),
    gainText(results),
    testText(results),
    confirmationText(results),
  ]
    .filter((text) => text !== "")
    .join(" ");
  return { emphasized: `Best: ${settingText(best, columns)}`, rest, further };
}

const MOST_CONDITIONS = 5;

/** What is given is not chosen, so the answer is the best setting of each condition. */
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
  const measured = `${metricText(metric, results)} at the ${at} ${lengthUnit(results)}`;
  const confirmed = confirmationText(results);
  const further = [
    withoutWinner(leaderboard),
    verdictText(results, "tie"),
    verdictText(results, "undecided"),
    gainText(results),
    confirmed && `Of ${settingText(results.best!, columns)}: ${confirmed}`,
  ]
    .filter((text) => text !== "")
    .join(" ");
  if (chosen.length === 0)
    return { emphasized: capitalized(measured), rest: `: ${figures}${source}.`, further };
  const article = metricNamed(metric).quantity === "epochs" ? "" : "a "; // a plural
  const isSame = new Set(winners.map(({ setting }) => setting)).size === 1;
  const settings = winners.map(({ condition, setting }) => `at ${condition}: ${setting}`);
  return {
    emphasized: isSame
      ? `Best in every condition: ${winners[0]!.setting}`
      : `Best ${listText(settings, MOST_CONDITIONS)}`,
    rest: `, with ${article}${measured} of ${figures}${source}.`,
    further,
  };
}

function withoutWinner(leaderboard: Board["leaderboard"]): string {
  const names = new Set(leaderboard.map(({ condition }) => condition));
  for (const { condition } of winnersOf(leaderboard)) names.delete(condition);
  return names.size === 0 ? "" : `No setting trained to its end at ${listText([...names], MOST_CONDITIONS)}.`;
}

/** Which settings tie with the best, or are undecided. */
function verdictText({ leaderboard, columns }: Board, verdict: "tie" | "undecided"): string {
  const found = leaderboard.filter(({ toBest }) => toBest?.verdict === verdict);
  if (found.length === 0) return "";
  const settings = found.map(({ configuration }) => settingText(configuration, columns));
  const leader = hasConditions(leaderboard) ? "the best of its condition" : "it";
  return `${verdict === "tie" ? `Ties with ${leader}` : "Undecided"}: ${listText(settings, 5)}.`;
}

/** How far the best one lies from the baseline. */
function gainText({ baseline, leaderboard, columns, experiment }: Board): string {
  const comparison = winnersOf(leaderboard).find(({ toBaseline }) => toBaseline)?.toBaseline;
  if (!baseline || !comparison) return "";
  const { metric } = experiment.objective;
  const figure = `${comparisonText(metric, comparison)}${differenceUnit(metric)}`;
  return `From the baseline (${settingText(baseline, columns)}), the best differs by ${figure}.`;
}

/** The objective of a configuration, with what a loss of a scaled target is in the target's own units. */
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

/** What the best one comes to on examples that had no say in the choice: on the test part, after one on the validation part. */
function testText(board: Board): string {
  const { best, experiment, metrics, warnings } = board;
  const { metric, at } = experiment.objective;
  const hasPeeked = warnings.some(({ code }) => code === "testSetChoice");
  if (!best || at !== "last" || metricNamed(metric).part !== "validation" || hasPeeked) return "";
  const name = metric.replace("validation", "test");
  const own = metrics.find(({ isTold, name: told }) => isTold && told === rootErrorOf(name))?.name;
  const column = metrics.findIndex((candidate) => candidate.name === (own ?? name));
  const figure = column < 0 ? "" : intervalText(own ?? name, best.metrics[column]!);
  const [what, units] = own
    ? ["RMSE ", ` in the units of ${unitsText(board)}`]
    : [board.scaledTargets && metricNamed(name).quantity === "loss" ? `${metricText(name, board)} ` : "", ""];
  return figure && `On the test part, which had no say in the choice: ${what}${figure}${units}.`;
}

/** The best one is the luckiest, too: fresh replicates tell what it comes to without that luck. */
function confirmationText(board: Board): string {
  const { confirmation, best, experiment } = board;
  const [fresh] = confirmation?.configurations ?? [];
  if (!confirmation || !fresh || !best) return "";
  const count = repetitionsText(confirmation.experiment.replicates);
  const { n, trials = n, mean } = fresh.objective;
  const lost = repetitionsOf(confirmation.experiment.replicates) - trials;
  const partial = lost > 0 ? `, ${lost} of which left no value` : "";
  const figure = mean === null ? "none has a value" : objectiveFigure(fresh, board);
  return `Selected on ${repetitionsText(experiment.replicates)}: ${objectiveFigure(best, board)}; on ${count} of fresh random numbers${partial}: ${figure}.`;
}
