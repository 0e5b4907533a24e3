/**
 * Small plans and synthetic records, for tests of everything that is made of them.
 * @module
 */
import { asNetwork, measuredMetrics } from "../../src/configuration/kind-of.ts";
import type { DatasetFacts } from "../../src/data/dataset.ts";
import { defaultOptions } from "../../src/fields/defaults.ts";
import type {
  Configuration,
  NetworkConfiguration,
  OptimizerOptions,
  ScheduleOptions,
} from "../../src/fields/configuration.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { cellsOf } from "../../src/spec/point-of.ts";
import type { FieldValue } from "../../src/fields/tables/field.ts";
import type { CountedSweep } from "../../src/spec/sweep.ts";
import { namedFieldOf } from "../../src/fields/kinds.ts";
import { sourceText } from "../../src/spec/source-text.ts";
import { buildResults } from "../../src/results/build-results.ts";
import type { Results } from "../../src/results/results.ts";
import type { Outcome } from "../../src/training/outcome.ts";
import type { MetricSeries, UnitFacts } from "../../src/training/record.ts";
import { expandGrid } from "../../src/trials/expand-grid.ts";
import type { Plan, PlannedConfiguration } from "../../src/trials/plan.ts";
import type { Trial } from "../../src/trials/trial.ts";
import { NO_FILES } from "../support/no-files.ts";

/** Facts of the data of every fixture. */
export const FACTS: DatasetFacts = {
  features: 4,
  target: { kind: "classes", count: 2 },
  sizes: { train: 100, validation: 20, test: 20 },
};

/** A configuration that every fixture starts from. */
export const BASE: NetworkConfiguration = {
  dataset: defaultOptions("moons"),
  architecture: { hidden: [3], activation: "sigmoid", output: "sigmoid", init: "scaled", dropout: 0 },
  loss: "quadratic",
  classWeights: "none",
  labelSmoothing: 0,
  eta: 0.3,
  optimizer: defaultOptions("sgd") as OptimizerOptions,
  schedule: defaultOptions("constant") as ScheduleOptions,
  batchSize: 10,
  epochs: 2,
  earlyStopping: { metric: "validationLoss", patience: 0, minDelta: 0, restoreBest: false },
  target: { metric: "validationAccuracy", value: "none" },
};

/** A field with several values. */
export interface Axis {
  readonly path: string;
  readonly values: readonly FieldValue[];
}

/** What of an experiment a test cares about. */
export type ExperimentParts = Partial<Omit<Experiment, "sweep">> & { readonly axes?: readonly Axis[] };

/** Returns an experiment of the parts given, complete: a grid of the axes, the last one fastest. */
export function experimentOf({ axes = [], ...parts }: ExperimentParts = {}): Experiment {
  return {
    name: "small",
    file: "/home/someone/project/experiments/small.yaml",
    base: BASE,
    sweep: gridOf(axes, parts.base ?? BASE),
    replicates: { count: 1, baseSeed: 1 },
    metrics: [],
    objective: { metric: "validationAccuracy", goal: "maximize", at: "last" },
    run: { keep: "none" },
    ...parts,
  };
}

function gridOf(axes: readonly Axis[], base: Configuration): CountedSweep {
  const place = { source: sourceText("", "small.yaml"), start: 0, end: 0 };
  const dimensions = axes.map(({ path, values }) => {
    return { column: path, place, choices: values.map((value) => ({ [path]: { value } })) };
  });
  const fixed = Object.entries(cellsOf(base)).filter(([path]) => namedFieldOf(path) === undefined);
  const branches = [{ fixed: Object.fromEntries(fixed), dimensions }];
  return { folder: NO_FILES.folder, columns: axes, branches, when: [], exclude: [], include: [], counts: [] };
}

/** Returns the plan of an experiment, with readable ids. */
export function planOf(experiment: Experiment, facts: DatasetFacts = FACTS): Plan {
  const configurations = [...expandGrid(experiment)].map((point, index): PlannedConfiguration => {
    return { index, ...point, facts, dataDigest: `digest-of-${asNetwork(point.configuration).dataset.name}` };
  });
  const { count, baseSeed } = experiment.replicates;
  const trials = configurations.flatMap(({ index, configuration, dataDigest }) => {
    return Array.from({ length: count }, (_, replicate): Trial => {
      const id = `c${index}r${replicate}`;
      const key = { replicate, baseSeed, dataDigest };
      return {
        id,
        prefixId: `p-${id}`,
        index: index * count + replicate,
        configurationIndex: index,
        configuration,
        ...key,
      };
    });
  });
  return { experiment, configurations, trials, duplicates: [], dataWarnings: [] };
}

/** How a synthetic trial goes: its accuracy at each epoch from 1 on, or how it fails. */
export type Course =
  | { readonly accuracies: readonly number[]; readonly units?: Partial<UnitFacts> }
  | { readonly divergedEpoch: number }
  | { readonly status: "failed" | "timeout" | "cancelled" };

/** Returns the outcome of a trial; every accuracy follows the course, a loss is one minus it. */
export function outcomeOf(trial: Trial, course: Course, facts: DatasetFacts = FACTS): Outcome {
  if ("status" in course)
    return { ...course, failure: { code: "E_UNEXPECTED", message: "broken on purpose" } };
  const { index: _, configurationIndex: __, prefixId: ___, ...own } = trial;
  const evaluated = { part: "validation", classCounts: [8, 12] } as const;
  const common = { ...own, trainerVersion: 1, evaluated };
  if ("divergedEpoch" in course) {
    const { divergedEpoch } = course;
    const metrics = seriesOf(Array<number>(divergedEpoch - 1).fill(0.5), trial, facts);
    return { ...common, status: "diverged", divergedEpoch, metrics };
  }
  const units = { deadOutputs: [], saturated: [], ...course.units };
  return { ...common, status: "completed", metrics: seriesOf(course.accuracies, trial, facts), units };
}

function seriesOf(
  accuracies: readonly number[],
  { configuration }: Trial,
  facts: DatasetFacts,
): MetricSeries {
  const course = [0.5, ...accuracies];
  return Object.fromEntries(
    measuredMetrics(["trainLoss"], configuration, facts).map(({ name, quantity }) => {
      const values = course.map((accuracy) => (quantity === "accuracy" ? accuracy : 1 - accuracy));
      return [name, name === "runningLoss" ? [null, ...values.slice(1)] : values];
    }),
  );
}

/** Returns the results of an experiment, each of whose trials takes the course given for it. */
export function resultsOf(
  experiment: Experiment,
  courseOf: (trial: Trial) => Course,
  facts = FACTS,
): Results {
  const plan = planOf(experiment, facts);
  const outcomes = new Map(plan.trials.map((trial) => [trial.id, outcomeOf(trial, courseOf(trial), facts)]));
  return buildResults(plan, outcomes, { trainerVersion: 1 });
}
