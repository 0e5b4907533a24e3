import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Objective } from "../experiment.ts";
import type { ExperimentFile } from "../../fields/experiment-file.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import { metricNamed } from "../../metrics/metrics.ts";

/** Returns what chooses the best configuration of a valid spec, given every data set of its grid. */
export function objectiveOf(
  { objective = {}, kind = "network" }: Pick<ExperimentFile, "objective" | "kind">,
  variants: readonly DatasetVariant[],
): Objective {
  const { metric = SPEC_KINDS[kind].objective(variants).metric, goal, at = "last" } = objective;
  return { metric, goal: goal ?? metricNamed(metric).goal, at };
}
