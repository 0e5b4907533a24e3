import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Objective } from "../experiment.ts";
import type { ExperimentFile } from "../../fields/experiment-file.ts";
import { metricNamed } from "../../metrics/metrics.ts";

/** Returns what chooses the best configuration of a valid spec, given every data set of its grid. */
export function objectiveOf(
  { objective = {}, kind = "network" }: Pick<ExperimentFile, "objective" | "kind">,
  variants: readonly DatasetVariant[],
): Objective {
  if (kind === "function") return { metric: "value", goal: "minimize", at: "last", ...objective };
  const { metric = defaultMetric(variants), goal, at = "last" } = objective;
  return { metric, goal: goal ?? metricNamed(metric).goal, at };
}

/** The accuracy, or the loss where some data set has numbers to predict, on the validation part where all have one. */
function defaultMetric(variants: readonly DatasetVariant[]): string {
  const part = variants.every(({ facts }) => facts.sizes.validation > 0) ? "validation" : "test";
  const isClassified = variants.every(({ facts }) => facts.target.kind === "classes");
  return `${part}${isClassified ? "Accuracy" : "Loss"}`;
}
