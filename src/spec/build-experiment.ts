import type { DatasetOptions } from "../data/source.ts";
import type { DatasetVariant } from "./dataset-variants.ts";
import { valuesOf, type Draft } from "./draft.ts";
import type {
  Activation,
  Axis,
  Configuration,
  Experiment,
  Init,
  Loss,
  Objective,
  OutputActivation,
  Replicates,
} from "./experiment.ts";
import type { ExperimentFile } from "./experiment-file.ts";
import { experimentName } from "./experiment-name.ts";
import { metricNamed } from "./metrics.ts";
import { toData } from "./spec-node.ts";

/** Returns a draft without problems as a complete experiment. */
export function buildExperiment(draft: Draft, variants: readonly DatasetVariant[], file: string): Experiment {
  const written = toData(draft.root) as ExperimentFile; // the schema has allowed nothing else
  return {
    name: experimentName(file),
    file,
    ...(written.description !== undefined && { description: written.description }),
    base: baseOf(draft),
    axes: axesOf(draft),
    replicates: replicatesOf(written),
    metrics: written.metrics ?? [],
    objective: objectiveOf(written, variants),
    run: { keep: "none", ...written.run },
  };
}

function baseOf(draft: Draft): Configuration {
  const first = (path: string) => valuesOf(draft, path)[0]!.value;
  return {
    dataset: first("dataset") as DatasetOptions,
    architecture: {
      hidden: first("architecture.hidden") as readonly number[],
      activation: first("architecture.activation") as Activation,
      output: first("architecture.output") as OutputActivation,
      init: first("architecture.init") as Init,
    },
    loss: first("loss") as Loss,
    eta: first("eta") as number,
    batchSize: first("batchSize") as number | "full",
    epochs: first("epochs") as number,
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
