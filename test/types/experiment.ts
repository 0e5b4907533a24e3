/**
 * Types derived from the table of fields against what is written out here: `tsc -p test` fails where they part.
 * @module
 */
import type {
  FunctionConfiguration,
  Loss,
  NetworkConfiguration,
  ProgramConfiguration,
} from "../../src/fields/configuration.ts";
import type { Axis, ExperimentFile } from "../../src/fields/experiment-file.ts";
import type { Experiment, Keep, Objective } from "../../src/spec/experiment.ts";

type Equal<A, B> = [A, B] extends [B, A] ? true : false;
type Keys = keyof NetworkConfiguration | keyof FunctionConfiguration | keyof ProgramConfiguration;
type FieldKeys = Exclude<Keys, "kind">;
type Settings =
  | "description"
  | "tags"
  | "notes"
  | "extends"
  | "kind"
  | "replicates"
  | "metrics"
  | "objective"
  | "reproducible"
  | "versions"
  | "run"
  | "report"
  | "sweep"
  | "expect";

export const SAME: {
  loss: Equal<Loss, "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy">;
  eta: Equal<NetworkConfiguration["eta"], number>;
  parameters: Equal<keyof ProgramConfiguration["parameters"], string>;
  batchSize: Equal<NetworkConfiguration["batchSize"], number | "full">;
  hidden: Equal<NetworkConfiguration["architecture"]["hidden"], readonly number[]>;
  init: Equal<NetworkConfiguration["architecture"]["init"], "normal" | "scaled" | "xavier" | "he" | number>;
  classWeights: Equal<NetworkConfiguration["classWeights"], "none" | "balanced" | readonly number[]>;
  target: Equal<NetworkConfiguration["target"]["value"], number | "none">;
  start: Equal<FunctionConfiguration["start"], readonly number[]>;
  optimizer: Equal<
    NetworkConfiguration["optimizer"]["name"],
    "sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam" | "adamw"
  >;
  written: Equal<ExperimentFile["labelSmoothing"], Axis<number> | undefined>;
  keep: Equal<Keep, "none" | "best" | "last" | "all">;
  at: Equal<Objective["at"], NonNullable<Exclude<NonNullable<ExperimentFile["objective"]>, string>["at"]>>;
  keys: Equal<keyof ExperimentFile, FieldKeys | Settings>;
  settings: Equal<
    Exclude<keyof Experiment, "name" | "file" | "base" | "sweep" | "set"> & keyof ExperimentFile,
    Exclude<Settings, "kind" | "sweep" | "extends" | "versions">
  >;
} = {
  loss: true,
  eta: true,
  parameters: true,
  batchSize: true,
  hidden: true,
  init: true,
  classWeights: true,
  target: true,
  start: true,
  optimizer: true,
  written: true,
  keep: true,
  at: true,
  keys: true,
  settings: true,
};

// @ts-expect-error: a rule names a field by its dotted path
export const misspelt: ExperimentFile = { sweep: { exclude: [{ hidden: [3] }] } };

// @ts-expect-error: a field has values of one type
export const mistyped: ExperimentFile = { eta: ["fast"] };

// @ts-expect-error: an option belongs to a name
export const misplaced: ExperimentFile = { dataset: { name: "xor", classes: 3 } };

// @ts-expect-error: a claim says what it claims
export const empty: ExperimentFile = { expect: [{ because: "it is so" }] };

export const withAxes: ExperimentFile = {
  dataset: ["xor", { name: "moons", noise: [0, 0.1] }],
  architecture: { hidden: [[3], [3, 3]], activation: { values: ["tanh"] } },
  eta: { logspace: { from: 0.01, to: 1, count: 3 } },
  batchSize: "full",
  epochs: 1,
  sweep: {
    zip: { budget: { "dataset.noise": [0, 0.1], "optimizer.l2": { range: { from: 0, to: 1, step: 1 } } } },
    when: [{ if: { layers: { gte: 2 }, eta: { lt: 1 } }, set: { "architecture.init": "he" } }],
    exclude: [{ dataset: "moons", variant: ["a", "b"] }],
  },
  expect: [
    { where: { eta: 3 }, metric: "testAccuracy", atLeast: 0.9 },
    { beats: { "architecture.init": "normal" }, by: 0.1 },
    { rises: "eta", at: { upTo: 3 } },
  ],
};
