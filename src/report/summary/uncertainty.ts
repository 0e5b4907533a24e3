import { deviationText, figureText, meanText } from "../../results/figure-text.ts";
import { listText } from "../../results/list-text.ts";
import { isWhole } from "../../results/replicates/measured-trials.ts";
import type { Results } from "../../results/results.ts";
import { settingText } from "../../results/setting-text.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import { trialWord } from "../../spec/repetitions.ts";
import { answerOf } from "./answer.ts";
import { noValueText } from "./no-value-text.ts";

/** Returns what limits the answer of an experiment, as sentences of plain text: the most important first. */
export function uncertaintiesOf(results: Results): string[] {
  return [
    ...(answerOf(results).uncertain ?? []),
    ...constantSentence(results),
    ...partialSentence(results),
    samplingText(results),
  ].filter((sentence) => sentence !== "");
}

function constantSentence({ leaderboard }: Results): string[] {
  const comparisons = leaderboard.flatMap(({ toBest, toBaseline }) => [toBest, toBaseline]);
  const isConstant = comparisons.some((own) => own?.verdict === "undecided" && own.interval === null);
  return isConstant
    ? ["Where two settings differ by the same amount in every replicate, the spread is unknown."]
    : [];
}

function partialSentence({ leaderboard, columns, experiment }: Results): string[] {
  const partial = leaderboard
    .map(({ configuration }) => configuration)
    .filter((configuration) => configuration.objective.n > 0 && !isWhole(configuration))
    .map((configuration) => settingText(configuration, columns));
  if (partial.length === 0) return [];
  return [
    `Some ${trialWord(experiment.replicates)}s of ${listText(partial, 5)} ${noValueText(experiment.objective.metric)}. ` +
      `For such a setting, the mean is that of its other ${trialWord(experiment.replicates)}s. It ranks below all complete settings and is not compared with any.`,
  ];
}

/** Returns the uncertainty that intervals do not cover: examples are a sample; empty where it is unknown. */
export function samplingText({ sampling, experiment }: Results): string {
  if (!sampling) return "";
  const { metric, accuracy, examples, standardError } = sampling;
  const part = metricNamed(metric).part;
  const scope = scopeOf(experiment.replicates);
  if (accuracy === 1) {
    const most = figureText(metric, 3 / examples); // the rule of three: 1 - 0.05^(1/n)
    return `${scope}: all ${examples} ${part} examples are right, but up to ${most} of all possible examples may be wrong (95 % confidence).`;
  }
  const ci95 = { low: accuracy - standardError, high: accuracy + standardError };
  const figure = `the best accuracy, ${meanText(metric, { mean: accuracy, ci95 })}`;
  const error = `a standard error of ${deviationText(metric, standardError)} points`;
  return `${scope}: with ${examples} ${part} examples, ${figure}, has ${error}.`;
}

function scopeOf({ count, folds }: Results["experiment"]["replicates"]): string {
  if (folds !== undefined)
    return "The intervals cover initial weights, the order of examples and their division into folds, but not the choice of all examples";
  return count > 1
    ? "The intervals cover initial weights and the order of examples, but not the choice of examples"
    : "The choice of examples adds uncertainty";
}
