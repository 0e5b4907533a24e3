import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Objective } from "../experiment.ts";
import type { ExperimentFile } from "../experiment-file.ts";
import { metricNamed } from "../metrics.ts";

/** Returns what chooses the best configuration of a valid spec, given every data set of its grid. */
export function objectiveOf(
  { objective = {} }: Pick<ExperimentFile, "objective">,
  variants: readonly DatasetVariant[],
): Objective {
  const canValidate = variants.every(({ facts }) => facts.sizes.validation > 0);
  const { metric = canValidate ? "validationAccuracy" : "testAccuracy", goal, at = "last" } = objective;
  return { metric, goal: goal ?? metricNamed(metric).goal, at };
}
