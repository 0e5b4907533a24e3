import { figureText, deviationText } from "../../results/figure-text.ts";
import type { Results } from "../../results/results.ts";
import { metricNamed } from "../../spec/metrics.ts";

/** Returns what the intervals leave out: that the examples are a sample; empty where too little is known of it. */
export function samplingText({ sampling, experiment }: Results): string {
  if (!sampling) return "";
  const { metric, accuracy, examples, standardError } = sampling;
  const part = metricNamed(metric).part;
  const scope = scopeOf(experiment.replicates);
  if (accuracy === 1) {
    const most = figureText(metric, 3 / examples); // the rule of three: 1 - 0.05^(1/n)
    return `${scope}: with all ${examples} ${part} examples right, up to ${most} of all examples may be wrong (95 %).`;
  }
  const figure = `the best one's accuracy of ${figureText(metric, accuracy)}`;
  const error = `a standard error of ${deviationText(metric, standardError)} points`;
  return `${scope}: on ${examples} ${part} examples, ${figure} has ${error}.`;
}

function scopeOf({ count, folds }: Results["experiment"]["replicates"]): string {
  if (folds !== undefined)
    return "The intervals cover initial weights, order of examples and which of them are trained and tested on";
  return count > 1
    ? "The intervals cover initial weights and order of examples, not the choice of examples"
    : "Even without any spread of replicates, the choice of examples remains";
}
