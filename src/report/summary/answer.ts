import type { Board } from "../../results/board.ts";
import { differenceUnit, intervalText } from "../../results/figure-text.ts";
import { listText } from "../../results/list-text.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { metricNamed } from "../../spec/metrics.ts";
import { metricText } from "../../results/metric-text.ts";
import { settingText } from "../../results/setting-text.ts";
import { comparisonText } from "../comparison-text.ts";
import type { Answer } from "../page/page-data.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";
import { replicatesText } from "./replicates-text.ts";

/** Returns the sentences that answer an experiment, as plain text. */
export function answerOf(results: Board): Answer {
  const { best, experiment, configurations, columns } = results;
  const { metric, at } = experiment.objective;
  if (!best)
    return { emphasized: "No setting trained to its end", rest: ", so there is no best one.", further: "" };
  const figure = intervalText(metric, best.objective);
  const unit = lengthUnit(results);
  const { folds } = experiment.replicates;
  const source = unit === "step" ? "" : ` (${replicatesText(best.objective.n, folds)})`;
  if (configurations.length === 1)
    return {
      emphasized: `${capitalized(metricText(metric))} at the ${at} ${unit}: ${figure}`,
      rest: `${source}.`,
      further: "",
    };
  const article = metricNamed(metric).quantity === "epochs" ? "" : "a "; // a plural
  const rest = `, with ${article}${metricText(metric)} of ${figure} at the ${at} ${unit}${source}.`;
  const further = [tiesText(results), gainText(results), testText(results), confirmationText(results)]
    .filter((text) => text !== "")
    .join(" ");
  return { emphasized: `Best: ${settingText(best, columns)}`, rest, further };
}

function tiesText({ leaderboard, columns }: Board): string {
  const ties = leaderboard.filter(({ tiesWithBest }) => tiesWithBest);
  if (ties.length === 0) return "";
  const settings = ties.map(({ configuration }) => settingText(configuration, columns));
  return `Not distinguishable from it: ${listText(settings, 5)}.`;
}

/** How far the best one lies from the baseline. */
function gainText({ baseline, leaderboard, columns, experiment }: Board): string {
  const comparison = leaderboard[0]?.toBaseline;
  if (!baseline || !comparison) return "";
  const { metric } = experiment.objective;
  const figure = `${comparisonText(metric, comparison)}${differenceUnit(metric)}`;
  return `From the baseline (${settingText(baseline, columns)}), the best differs by ${figure}.`;
}

/** What the best one comes to on examples that had no say in the choice: on the test part, after one on the validation part. */
function testText({ best, experiment, metrics, warnings }: Board): string {
  const { metric, at } = experiment.objective;
  const hasPeeked = warnings.some(({ code }) => code === "testSetChoice");
  if (!best || at !== "last" || metricNamed(metric).part !== "validation" || hasPeeked) return "";
  const name = metric.replace("validation", "test");
  const column = metrics.findIndex((candidate) => candidate.name === name);
  const figure = column < 0 ? "" : intervalText(name, best.metrics[column]!);
  return figure && `On the test part, which had no say in the choice: ${figure}.`;
}

/** The best one is the luckiest, too: fresh replicates tell what it comes to without that luck. */
function confirmationText({ confirmation, best, experiment }: Board): string {
  const [fresh] = confirmation?.configurations ?? [];
  if (!confirmation || !fresh || !best) return "";
  const { metric } = experiment.objective;
  const count = repetitionsText(confirmation.experiment.replicates);
  const { n, mean } = fresh.objective;
  const lost = repetitionsOf(confirmation.experiment.replicates) - n;
  const partial = lost > 0 ? `, ${lost} of which left no value` : "";
  const figure = mean === null ? "none has a value" : intervalText(metric, fresh.objective);
  return `Selected on ${repetitionsText(experiment.replicates)}: ${intervalText(metric, best.objective)}; on ${count} of fresh random numbers${partial}: ${figure}.`;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
