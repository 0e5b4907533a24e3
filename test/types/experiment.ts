/**
 * Types of a complete experiment against the types generated from the schema: `tsc -p test` fails where they part.
 * @module
 */
import type {
  Activation,
  FunctionConfiguration,
  NetworkConfiguration,
  Experiment,
  Init,
  Keep,
  Loss,
  MetricGoal,
  Objective,
  OutputActivation,
} from "../../src/spec/experiment.ts";
import type * as written from "../../src/spec/experiment-file.ts";

type Equal<A, B> = [A, B] extends [B, A] ? true : false;
type Written = written.ExperimentFile;
type Run = NonNullable<Written["run"]>;
type Choice = NonNullable<Written["objective"]>;

export const SAME: {
  activation: Equal<Activation, written.Activation>;
  output: Equal<OutputActivation, written.Output>;
  init: Equal<Init, written.Init>;
  loss: Equal<Loss, written.Loss>;
  batchSize: Equal<NetworkConfiguration["batchSize"], written.BatchSize>;
  hidden: Equal<NetworkConfiguration["architecture"]["hidden"][number], written.Hidden[number]>;
  keep: Equal<Keep, NonNullable<Run["keep"]>>;
  goal: Equal<MetricGoal, NonNullable<Choice["goal"]>>;
  at: Equal<Objective["at"], NonNullable<Choice["at"]>>;
  fields: Equal<
    Exclude<
      keyof Written,
      | "description"
      | "metrics"
      | "objective"
      | "run"
      | "report"
      | "replicates"
      | "sweep"
      | "extends"
      | "expect"
    >,
    keyof NetworkConfiguration | keyof FunctionConfiguration
  >;
  others: Equal<
    Exclude<keyof Experiment, "name" | "file" | "base" | "axes" | "sweep" | "set"> & keyof Written,
    Exclude<keyof Written, keyof NetworkConfiguration | keyof FunctionConfiguration | "sweep" | "extends">
  >;
} = {
  activation: true,
  output: true,
  init: true,
  loss: true,
  batchSize: true,
  hidden: true,
  keep: true,
  goal: true,
  at: true,
  fields: true,
  others: true,
};

// @ts-expect-error: a rule names a field by its dotted path
export const misspelt: Written = { sweep: { exclude: [{ hidden: [3] }] } };

export const withAxes: Written = {
  dataset: ["xor", { name: "moons", noise: [0, 0.1] }],
  architecture: { hidden: [[3], [3, 3]], activation: { values: ["tanh"] } },
  eta: { logspace: { from: 0.01, to: 1, count: 3 } },
  batchSize: "full",
  epochs: 1,
};
