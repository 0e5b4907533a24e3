import type { Column } from "../../../spec/sweep.ts";
import type { LearningCurve } from "./learning-curves.ts";

/** From blue to gold: the order shows without a legend, each has contrast 3:1 on white. */
const SEQUENCE = ["#1d3fa6", "#5b35c0", "#8a2bb5", "#b3239a", "#cf2f6f", "#d84a3f", "#cf6510", "#a87a08"];

/** Told apart by people who see colours differently too (after Okabe and Ito); each has contrast 3:1 on white. */
const DISTINCT = ["#0072b2", "#d55e00", "#008a64", "#a3478a", "#8c6d00", "#4d4d4d", "#5b3fd1", "#2b8cbe"];

/** Returns a colour for each curve: along a sequence where a single numeric axis orders them, else distinct ones. */
export function curveColors(curves: readonly LearningCurve[], columns: readonly Column[]): string[] {
  // `full` is the largest batchSize.
  const places = curves.map(({ configuration: { values } }) => (values[0] === "full" ? Infinity : values[0]));
  const isOrdered = columns.length === 1 && places.every((place) => typeof place === "number");
  if (!isOrdered) return curves.map((_, i) => DISTINCT[i % DISTINCT.length]!);
  const sorted = places.toSorted((a, b) => a - b);
  const stride = (SEQUENCE.length - 1) / Math.max(1, sorted.length - 1);
  return places.map((place) => SEQUENCE[Math.round(sorted.indexOf(place) * stride)]!);
}
