import { splitEffect } from "../../../results/effects/split-effect.ts";
import type { AxisEffect, AxisSplit, Results } from "../../../results/results.ts";

/** An interaction that accounts for this share of the differences is drawn. */
const SMALLEST_SHARE = 0.05;
const MOST_LEVELS = 8;

/**
 * Returns the values of an axis within each value of the only other one, where the two axes interact: a line for each
 * value shows more than their average. Undefined elsewhere.
 */
export function interactionSplit(
  { path }: AxisEffect,
  { columns, configurations, variance, experiment }: Results,
): Pick<AxisSplit, "path" | "levels"> | undefined {
  const share = variance?.rows.find(({ kind, axes }) => kind === "effect" && axes.length === 2)?.share ?? 0;
  if (columns.length !== 2 || share < SMALLEST_SHARE) return undefined;
  const column = columns.findIndex((candidate) => candidate.path === path);
  const { metric } = experiment.objective;
  const split = splitEffect(column, 1 - column, { columns, configurations, metric });
  return split.levels.length <= MOST_LEVELS ? split : undefined;
}
