import type { DatasetFacts } from "../data/dataset.ts";
import type { Configuration } from "../fields/configuration.ts";
import { functionMetrics, networkMetrics, type Metric } from "../metrics/metrics.ts";

/** Returns what is measured of a configuration: of a network on a data set default metrics and requested ones, where they exist. */
export function measuredMetrics(
  requested: readonly string[],
  configuration: Configuration,
  facts: Pick<DatasetFacts, "sizes" | "target">,
): Metric[] {
  if (configuration.kind === "function") return functionMetrics(configuration.start.length);
  return networkMetrics(requested, configuration.architecture.hidden.length + 1, facts);
}
