/**
 * What the plots of all axes of an experiment share.
 * @module
 */
import type { Results } from "../../../results/results.ts";
import type { PlotLayer } from "../plot-frame.ts";
import { plotScale, type PlotScale } from "../plot-scale.ts";
import { effectRows } from "./effect-rows.ts";

export const LENGTH = 520;
export const HEIGHT = 240;
export const ROW_HEIGHT = 34;

/** How the plot of an axis is laid out. */
export interface EffectLanes {
  readonly along: "x" | "y";
  readonly across: "x" | "y";
  readonly isOrdered: boolean;
  /** The worst value in the plot: where diverged trials are marked. */
  readonly worst: number;
}

/** Returns the size of the area between the axes: numbers lie along a line, words and lists one below the other. */
export function effectSize(isOrdered: boolean, rows: number): { width: number; height: number } {
  return { width: LENGTH, height: isOrdered ? HEIGHT : Math.ceil(ROW_HEIGHT * rows) };
}

/** Returns the scale of the values of all axes, so that their effects are comparable. */
export function effectScale(results: Results): PlotScale {
  const { effects, experiment } = results;
  const values = effects.flatMap((effect) => [
    ...effectRows(effect, [], results).flatMap(({ mean, low, high, settings }) => [
      mean,
      low,
      high,
      ...settings,
    ]),
    ...(effect.within?.levels ?? []).flatMap(({ values }) =>
      values.flatMap(({ objective: { mean, ci95 } }) => [mean ?? undefined, ci95?.low, ci95?.high]),
    ),
  ]);
  const known = values.filter((value) => value !== undefined);
  return plotScale(known, experiment.objective.goal === "minimize");
}

/** Returns the layer with an axis's name below numbers. */
export function axisTitle(name: string): PlotLayer {
  return {
    data: { values: [{ name }] },
    mark: { type: "text", align: "center" },
    encoding: { x: { value: LENGTH / 2 }, y: { value: HEIGHT + 48 }, text: { field: "name" } },
  };
}
