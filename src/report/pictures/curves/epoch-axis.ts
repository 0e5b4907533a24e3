import type { PlotAxis } from "../plot-frame.ts";

/** Returns how the epochs map to the width of a plot. */
export function epochAxis(
  { firstEpoch, lastEpoch }: { firstEpoch: number; lastEpoch: number },
  unit: "epoch" | "step" = "epoch",
): PlotAxis {
  return {
    field: "epoch",
    type: "quantitative",
    scale: { domain: [firstEpoch, lastEpoch], nice: false, zero: false },
    axis: { title: unit, grid: false, domain: true, format: "d", tickMinStep: 1, tickCount: 10 },
  };
}
