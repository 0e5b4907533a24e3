import type { Column } from "../../../spec/sweep.ts";
import { DISTINCT, SEQUENCE } from "../colors.ts";
import type { LearningCurve } from "./learning-curves.ts";

/** Returns a colour for each curve: from a sequence where a single numeric axis orders the curves, else distinct colours. */
export function curveColors(curves: readonly LearningCurve[], columns: readonly Column[]): string[] {
  // `full` is the largest batchSize.
  const places = curves.map(({ configuration: { values } }) => (values[0] === "full" ? Infinity : values[0]));
  const isOrdered = columns.length === 1 && places.every((place) => typeof place === "number");
  if (!isOrdered) return curves.map((_, i) => DISTINCT[i % DISTINCT.length]!);
  const sorted = places.toSorted((a, b) => a - b);
  const stride = (SEQUENCE.length - 1) / Math.max(1, sorted.length - 1);
  return places.map((place) => SEQUENCE[Math.round(sorted.indexOf(place) * stride)]!);
}
