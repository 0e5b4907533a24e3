/**
 * What a spec says beside the fields of its configurations. None of it is ever an axis.
 * @module
 */
import { DEFAULT_KIND, EXPERIMENT_KINDS, METRIC_REQUESTS } from "../../metrics/metrics.ts";
import type { Schema } from "../schema/schema.ts";
import { epochs, metricName, note, notNegative, positive, seed, tag, text } from "./values.ts";

const DESCRIPTION = {
  description: "What the experiment is about, in a sentence; shown in its report.",
  examples: ["How the learning rate shapes descent"],
  ...text,
} as const satisfies Schema;

const TAGS = {
  description:
    "Words by which people find and group experiments; shown wherever the experiment is. They never change a result.",
  default: [],
  examples: [["baseline", "paper"]],
  type: "array",
  uniqueItems: true,
  items: tag,
} as const satisfies Schema;

const NOTES = {
  description:
    "What to remember about the experiment: what you found, decided or will try next, in paragraphs. The description says what it asks; notes follow the answer wherever the experiment is shown. They never change a result.",
  examples: ["eta 3 is the largest that never diverged; a schedule comes next."],
  anyOf: [note],
} as const satisfies Schema;

const EXTENDS = {
  description:
    "Files that this one builds on: a path, or a list laid over each other from left to right, this file on top. Maps are merged, lists and values replaced, null deletes.",
  examples: ["./_base.yaml", ["./_base.yaml", "./_quick.yaml"]],
  anyOf: [text, { type: "array", minItems: 1, items: text }],
} as const satisfies Schema;

const KIND = {
  description:
    "What the experiment is about: the training of a network on data, the descent on a function of v1, v2, ..., or runs of a program of your own.",
  default: DEFAULT_KIND,
  examples: ["function", "program"],
  enum: EXPERIMENT_KINDS,
} as const satisfies Schema;

const REPLICATES = {
  description:
    "Repetitions of every configuration with other random numbers: a count, or count and baseSeed.",
  default: 1,
  examples: [3, { count: 5, baseSeed: 1 }],
  anyOf: [
    epochs,
    {
      type: "object",
      properties: {
        count: { description: "Repetitions of every configuration.", default: 1, examples: [5], ...epochs },
        baseSeed: {
          description: "What the random numbers of all replicates start from.",
          default: 0,
          examples: [1],
          ...seed,
        },
        first: {
          description: "Number of the first repetition, to repeat a single one of a larger count.",
          default: 0,
          examples: [2],
          type: "integer",
          minimum: 0,
          maximum: 99_999,
        },
      },
      additionalProperties: false,
    },
  ],
} as const satisfies Schema;

const METRICS_SETTING = {
  description:
    "Metrics measured beyond the default ones after every epoch. Scores such as f1 or rmse: on the validation and the test part, with train before them on the training part; perClass: precision, recall and F1 of each class. gradientNoise: how far gradients of mini-batches are from the full one, and at which angle; layerGradients: the length of each layer's gradient. A program declares all that it reports, each with its goal.",
  default: [],
  examples: [["trainLoss", "trainAccuracy"], { loss: "minimize", accuracy: "maximize" }],
  anyOf: [
    { type: "array", uniqueItems: true, items: { enum: METRIC_REQUESTS } },
    {
      description: "Of a program: the metrics that it reports, each with its goal.",
      type: "object",
      additionalProperties: { enum: ["minimize", "maximize"] },
    },
  ],
} as const satisfies Schema;

const OBJECTIVE = {
  description: "Which configuration is the best one.",
  examples: ["testAccuracy", { metric: "validationAccuracy", at: "best" }],
  anyOf: [
    {
      type: "object",
      properties: {
        metric: {
          description:
            "The metric that decides; by default the accuracy on the validation part where every data set has one, else on the test part; with numbers to predict, the loss.",
          examples: ["validationLoss"],
          $ref: metricName,
        },
        goal: {
          description: "Whether more or less of the metric is better; by default what the metric means.",
          examples: ["minimize"],
          enum: ["maximize", "minimize"],
        },
        at: {
          description: "Which epoch of a trial counts: the last one, or its best.",
          default: "last",
          examples: ["best"],
          enum: ["last", "best"],
        },
      },
      additionalProperties: false,
    },
    { $ref: metricName },
  ],
} as const satisfies Schema;

const RUN = {
  description: "How the work is done; it never changes a result.",
  examples: [{ workers: 4, keep: "best" }],
  type: "object",
  properties: {
    workers: {
      description: "Threads that train; by default one for each core.",
      examples: [4],
      type: "integer",
      minimum: 1,
      maximum: 1024,
    },
    timeout: {
      description: "Seconds that one trial may take; by default there is no limit.",
      examples: [600],
      ...positive,
    },
    environment: {
      description:
        "Variables of the environment that a program may read, by name, beside PATH and HOME. Their values are in no record.",
      examples: [["CUDA_VISIBLE_DEVICES"]],
      type: "array",
      items: text,
    },
    keep: {
      description: "Which weights are stored beside a trial's record.",
      default: "none",
      examples: ["best"],
      enum: ["none", "best", "last", "all"],
    },
  },
  additionalProperties: false,
} as const satisfies Schema;

const MARGIN = {
  description:
    "A difference from the best within ± this much does not matter: such settings tie. In the unit of the objective's metric, a share as a share: 0.01 is one percentage point. By default 0.01 for shares such as accuracies; for other metrics only equal results tie.",
  examples: [0.005],
  ...positive,
} as const satisfies Schema;

const CONFIRM = {
  description:
    "Fresh replicates of the best configuration, trained when all trials are done. Their random numbers took no part in choosing it, so they say how good it is; 0 = none. By default 5 for a search, else none.",
  examples: [5],
  type: "integer",
  minimum: 0,
  maximum: 1000,
} as const satisfies Schema;

const REPRODUCIBLE = {
  description:
    "How alike the metrics of a program are when a trial runs again: exact, within a tolerance, or no: then they may differ as replicates do. verify and sweep --check compare by it.",
  default: "exact",
  examples: ["no", { absolute: 1e-6, relative: 1e-4 }],
  anyOf: [
    { enum: ["exact", "no"] },
    {
      type: "object",
      properties: {
        absolute: {
          description: "How far a value may be off.",
          default: 0,
          examples: [1e-6],
          ...notNegative,
        },
        relative: {
          description: "How far a value may be off, as a share of it.",
          default: 0,
          examples: [1e-4],
          ...notNegative,
        },
      },
      additionalProperties: false,
    },
  ],
} as const satisfies Schema;

/** A command as one text, whose words are separated by blanks, or as a list of words. */
const commandLine = {
  anyOf: [
    { type: "string", pattern: "\\S" },
    { type: "array", minItems: 1, items: { type: "string", pattern: "\\S" } },
  ],
} as const satisfies Schema;

const VERSIONS = {
  description:
    "Commands that print the versions of what a program depends on, each as a text or as a list of words; no shell reads them. A sweep runs them before it trains, with the same consent as the program, and what they print is part of the identity of every trial. plan, validate, diff and explain do not run them.",
  examples: [["python3 --version"], [["python3", "-c", "import numpy; print(numpy.__version__)"]]],
  type: "array",
  items: commandLine,
} as const satisfies Schema;

/** Settings by their keys, but for those in which rules name fields. */
export const SETTINGS = {
  description: DESCRIPTION,
  tags: TAGS,
  notes: NOTES,
  extends: EXTENDS,
  kind: KIND,
  replicates: REPLICATES,
  metrics: METRICS_SETTING,
  objective: OBJECTIVE,
  reproducible: REPRODUCIBLE,
  versions: VERSIONS,
  run: RUN,
} as const satisfies Readonly<Record<string, Schema>>;

/** Settings of the report but for `baseline`. */
export const REPORT = { margin: MARGIN, confirm: CONFIRM } as const satisfies Readonly<
  Record<string, Schema>
>;

/** @param pattern The schema of what matches configurations. */
export function reportSchema(pattern: Schema): Schema {
  return {
    description: "How the report shows the results; it never changes one of them.",
    examples: [{ baseline: { eta: 0.3 } }],
    type: "object",
    properties: {
      baseline: {
        description:
          "The configuration from which all differences are shown, instead of the best one: what it matches, or the name that include gives it.",
        examples: [{ eta: 0.3 }, "baseline"],
        anyOf: [text, { $ref: pattern }],
      },
      ...REPORT,
    },
    additionalProperties: false,
  };
}

/** @param expectation The schema of one claim. */
export function expectSchema(expectation: Schema): Schema {
  return {
    description:
      "What the results must show: each item claims one thing, is judged when every trial has left its record, and is reported at its line if it does not hold.",
    examples: [
      [{ because: "eta 3 is right", where: { eta: 3 }, metric: "validationAccuracy", atLeast: 0.95 }],
    ],
    type: "array",
    minItems: 1,
    items: expectation,
  };
}
