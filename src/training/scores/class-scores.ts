import { log } from "../../math/log.ts";
import type { ScoreName } from "../../metrics/scores.ts";
import { confusionOf } from "../portraits/confusion-of.ts";
import { type ClassAnswers, probabilitiesOf } from "./answers.ts";
import { rocAuc } from "./roc-auc.ts";

/** Probabilities below it count as it: a sure mistake costs 36, not infinitely much. */
const SMALLEST_PROBABILITY = 1 / 4503599627370496; // 2^-52

/** A score of all classes, or of one class alone. */
export type ClassScorer = (name: ScoreName, ofClass?: number) => number;

/**
 * Returns a function that scores answers about classes; what several scores need is counted once.
 *
 * Precision, recall and F1 are the means of those of all classes that occur or are answered (macro averages); where
 * nothing was to be counted they are 0. Balanced accuracy is the mean recall of the classes that occur.
 * Source: Pedregosa et al., "Scikit-learn" (JMLR 12, 2011), whose definitions, defaults included, are followed;
 * balanced accuracy after Brodersen et al. (ICPR 2010).
 */
export function classScorer(answers: ClassAnswers): ClassScorer {
  const counts = countsOf(answers);
  const seen = counts.filter(({ occurs, answered }) => occurs + answered > 0);
  return (name, ofClass) => {
    const meant = ofClass === undefined ? seen : [counts[ofClass]!];
    switch (name) {
      case "balancedAccuracy":
        return mean(counts.filter(({ occurs }) => occurs > 0).map(({ right, occurs }) => right / occurs));
      case "precision":
        return mean(meant.map(({ right, answered }) => ratio(right, answered)));
      case "recall":
        return mean(meant.map(({ right, occurs }) => ratio(right, occurs)));
      case "f1":
        return mean(meant.map(({ right, occurs, answered }) => ratio(2 * right, occurs + answered)));
      case "rocAuc":
        return rocAuc(answers);
      case "logLoss":
        return logLoss(answers);
      default:
        return brierScore(answers);
    }
  };
}

/** How often a class occurs, how often it was answered, and how often both. */
interface Counts {
  readonly occurs: number;
  readonly answered: number;
  readonly right: number;
}

function countsOf({ outputs, labels, count }: ClassAnswers): Counts[] {
  const confusion = confusionOf({ outputs, labels, classes: count });
  return confusion.map((row, k) => ({
    occurs: row.reduce((sum, n) => sum + n, 0),
    answered: confusion.reduce((sum, other) => sum + other[k]!, 0),
    right: row[k]!,
  }));
}

/** The mean of -log p, p being the probability of the right class. */
function logLoss(answers: ClassAnswers): number {
  const { labels, count } = answers;
  const p = probabilitiesOf(answers);
  let sum = 0;
  labels.forEach((label, i) => (sum -= log(Math.max(p[i * count + label]!, SMALLEST_PROBABILITY))));
  return sum / labels.length;
}

/**
 * The mean of sum over the classes of (p - y)^2, y being 1 for the right one and 0 for the others; of two classes, half
 * of it: that of the second class.
 * Source: Brier, "Verification of forecasts expressed in terms of probability" (Monthly Weather Review 78, 1950).
 */
function brierScore(answers: ClassAnswers): number {
  const { labels, count } = answers;
  const p = probabilitiesOf(answers);
  const first = count === 2 ? 1 : 0;
  let sum = 0;
  labels.forEach((label, i) => {
    for (let k = first; k < count; k++) {
      const error = p[i * count + k]! - (k === label ? 1 : 0);
      sum += error * error;
    }
  });
  return sum / labels.length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
