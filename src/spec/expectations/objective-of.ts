import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Objective } from "../experiment.ts";
import type { ExperimentFile } from "../../fields/experiment-file.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import { goalOf, type Goals } from "../../metrics/metrics.ts";

type ObjectiveFile = Partial<Pick<ExperimentFile, "objective" | "kind" | "metrics">>;

/** Returns what chooses the best configuration of a valid spec, given every data set of its grid. */
export function objectiveOf(
  { objective: written = {}, kind = "network", metrics }: ObjectiveFile,
  variants: readonly DatasetVariant[],
): Objective {
  const objective = typeof written === "string" ? { metric: written } : written;
  const goals = goalsOf(metrics === undefined ? {} : { metrics });
  const { metric = SPEC_KINDS[kind].objective(variants, goals).metric, goal, at = "last" } = objective;
  return { metric, goal: goal ?? goalOf(metric, goals), at };
}

/** Returns the goals of the metrics that a spec declares. */
export function goalsOf({ metrics = [] }: Pick<ExperimentFile, "metrics">): Goals {
  return isList(metrics) ? {} : metrics;
}

function isList(metrics: Goals | readonly string[]): metrics is readonly string[] {
  return Array.isArray(metrics);
}
