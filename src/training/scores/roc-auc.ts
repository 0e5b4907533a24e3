import type { ClassAnswers } from "./answers.ts";

/**
 * Returns the area under the curve of true over false positives: the chance that an example of a class ranks above one of
 * another, equal ranks counting half. Of two classes, by the second output less the first; of more, the mean over the
 * classes that occur, each against the rest by its own output. NaN where only one class occurs.
 * Source: Hanley and McNeil (Radiology 143, 1982); one against the rest: Provost and Domingos (2000).
 */
export function rocAuc({ outputs, labels, count }: ClassAnswers): number {
  if (count === 2) {
    const leads = Float64Array.from(labels, (_, i) => outputs[2 * i + 1]! - outputs[2 * i]!);
    return areaOf(leads, (i) => labels[i] === 1);
  }
  const occurring = [...new Set(labels)].sort((a, b) => a - b);
  const areas = occurring.map((k) => {
    const own = Float64Array.from(labels, (_, i) => outputs[i * count + k]!);
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
