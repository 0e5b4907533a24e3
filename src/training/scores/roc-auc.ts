import { type ClassAnswers, probabilitiesOf } from "./answers.ts";

/**
 * Returns the area under the curve of true over false positives: the chance that an example of a class has a higher
 * probability of it than one of another class, equal ones counting half. Of two classes, that of the second; of more, the
 * mean over the classes that occur, each against the rest. NaN where only one class occurs.
 * Source: Hanley and McNeil (Radiology 143, 1982); one against the rest: Provost and Domingos (2000), as scikit-learn's
 * roc_auc_score has it with multi_class="ovr", average="macro".
 */
export function rocAuc(answers: ClassAnswers): number {
  const { labels, count } = answers;
  const p = probabilitiesOf(answers);
  const occurring = count === 2 ? [1] : [...new Set(labels)].sort((a, b) => a - b);
  const areas = occurring.map((k) => {
    const own = Float64Array.from(labels, (_, i) => p[i * count + k]!);
    return areaOf(own, (i) => labels[i] === k);
  });
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

/** Both sides sorted, each positive example is compared with all negative ones at once. */
function areaOf(ranks: Float64Array, isPositive: (example: number) => boolean): number {
  const positive = ranks.filter((_, i) => isPositive(i)).sort();
  const negative = ranks.filter((_, i) => !isPositive(i)).sort();
  let [below, upTo, pairs] = [0, 0, 0];
  for (const rank of positive) {
    while (below < negative.length && negative[below]! < rank) below++;
    while (upTo < negative.length && negative[upTo]! <= rank) upTo++;
    pairs += below + (upTo - below) / 2;
  }
  return pairs / (positive.length * negative.length);
}
