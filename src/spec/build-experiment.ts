import { configurationOf } from "./configuration-of.ts";
import type { DatasetVariant } from "./dataset-variants.ts";
import type { Draft } from "./draft.ts";
import type { Axis, Experiment, Objective, Replicates } from "./experiment.ts";
import type { ExperimentFile } from "./experiment-file.ts";
import { experimentName } from "./experiment-name.ts";
import type { Grid } from "./read-grid.ts";
import { metricNamed } from "./metrics.ts";
import { toData } from "./spec-node.ts";

/** Returns a draft without problems as a complete experiment. */
export function buildExperiment(
  draft: Draft,
  { sweep, first, datasets }: Grid,
  { file, set }: { file: string; set: readonly string[] },
): Experiment {
  const written = toData(draft.root) as ExperimentFile; // the schema has allowed nothing else
  return {
    name: experimentName(file),
    file,
    ...(set.length > 0 && { set }),
    ...(written.description !== undefined && { description: written.description }),
    base: configurationOf(first!.cells),
    axes: axesOf(draft),
    sweep: sweep!,
    replicates: replicatesOf(written),
    metrics: written.metrics ?? [],
    objective: objectiveOf(written, datasets),
    run: { keep: "none", ...written.run },
  };
}

function axesOf({ fields }: Draft): Axis[] {
  const swept = [...fields.values()].filter(({ values }) => values.length > 1);
  return swept.map(({ path, values }) => ({ path, values: values.map(({ value }) => value) }));
}

function replicatesOf({ replicates = 1 }: ExperimentFile): Replicates {
  const written = typeof replicates === "object" ? replicates : { count: replicates };
  const { count = 1, baseSeed = 0, first = 0 } = written;
  return { count, baseSeed, ...(first > 0 && { first }) };
}

function objectiveOf({ objective = {} }: ExperimentFile, variants: readonly DatasetVariant[]): Objective {
  const canValidate = variants.every(({ facts }) => facts.sizes.validation > 0);
  const { metric = canValidate ? "validationAccuracy" : "testAccuracy", goal, at = "last" } = objective;
  return { metric, goal: goal ?? metricNamed(metric).goal, at };
}
