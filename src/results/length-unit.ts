import type { Metric } from "../metrics/metrics.ts";

/** Returns what the trials of an experiment count: networks train by epochs, descents go by steps. */
export function lengthUnit({
  metrics,
}: {
  readonly metrics: readonly Pick<Metric, "name">[];
}): "epoch" | "step" {
  return metrics.some(({ name }) => name === "value") ? "step" : "epoch";
}
