import { unitOf } from "../configuration/kind-of.ts";
import { EXPERIMENT_KINDS, isOfKind, kindNamed, type Metric } from "../metrics/metrics.ts";

/** Returns what the trials of an experiment count, by its metrics: networks train for epochs, descents take steps. */
export function lengthUnit({
  metrics,
}: {
  readonly metrics: readonly Pick<Metric, "name">[];
}): "epoch" | "step" {
  return unitOf(
    kindNamed(EXPERIMENT_KINDS.find((kind) => metrics.every(({ name }) => isOfKind(name, kind)))),
  );
}
