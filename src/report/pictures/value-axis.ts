import { isShare, metricNamed } from "../../metrics/metrics.ts";
import type { PlotAxis } from "./plot-frame.ts";
import type { PlotScale } from "./plot-scale.ts";

/** Returns how the values of a metric in a field map to a direction of a plot. */
export function valueAxis(field: string, { type, domain, ticks }: PlotScale, metric: string): PlotAxis {
  return {
    field,
    type: "quantitative",
    scale: { type, domain: [...domain], nice: false, ...(type === "linear" && { zero: false }) },
    axis: { title: null, values: [...ticks], format: isShare(metricNamed(metric)) ? "~%" : "~g" },
  };
}
