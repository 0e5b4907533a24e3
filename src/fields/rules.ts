import type { Schema } from "./schema/schema.ts";

/** What rules name fields with, by dotted path: with axes, with one value each, of a whole configuration, to be matched. */
export interface RuleMaps {
  readonly sweptFields: Schema;
  readonly settings: Schema;
  readonly inclusion: Schema;
  readonly pattern: Schema;
}

/** Returns the schema of `sweep`. */
export function sweepSchema(maps: RuleMaps): Schema {
  return {
    description:
      "Rules that shape the grid beyond the plain product of its axes. They name fields by dotted path.",
    examples: [
      { zip: { budget: { batchSize: [16, 64], epochs: [20, 40] } } },
      { exclude: [{ "architecture.activation": "tanh", eta: { gte: 0.5 } }] },
    ],
    type: "object",
    properties: { search: SEARCH, ...branchRules(maps), ...pointRules(maps), limit: LIMIT },
    additionalProperties: false,
  };
}

/** How configurations are chosen, or given more training, instead of training every combination of values alike. */
export const SEARCH = {
  description:
    "Draws configurations instead of combining all values, or trains only the better ones to the end. An item of a list is drawn, too.",
  examples: [
    { method: "sobol", configurations: 32 },
    { method: "halving", from: 1, factor: 3 },
  ],
  type: "object",
  properties: {
    method: {
      description:
        "How configurations are found: sobol draws the points of a scrambled Sobol sequence, which fill the space evenly; random, independent ones; tpe, points near those that were good. halving trains all configurations briefly, and only the better ones longer; hyperband does so from several lengths on. racing gives more replicates to those that may still be the best.",
      examples: ["sobol"],
      enum: ["sobol", "random", "tpe", "halving", "hyperband", "racing"],
    },
    configurations: {
      description:
        "Configurations to draw, beside those of include. A larger number begins with the same ones. With halving and racing, leave it out to take every combination of the lists.",
      examples: [32],
      type: "integer",
      minimum: 1,
      maximum: 1_000_000,
    },
    from: {
      description: "Epochs after which halving and hyperband first compare configurations.",
      default: 1,
      examples: [1],
      type: "integer",
      minimum: 1,
    },
    factor: {
      description:
        "With halving and hyperband, one of so many configurations continues, and trains so many times as long.",
      default: 3,
      examples: [3],
      type: "integer",
      minimum: 2,
      maximum: 100,
    },
    first: {
      description: "Replicates of each configuration before racing compares them for the first time.",
      default: 3,
      examples: [3],
      type: "integer",
      minimum: 2,
    },
    generation: {
      description: "Configurations that tpe chooses at a time, by the results of all before.",
      default: 8,
      examples: [8],
      type: "integer",
      minimum: 1,
      maximum: 1000,
    },
    budget: {
      description:
        "The work that a search may spend, instead of a number of configurations or beside it: trials, epochs of all trials together, or examples that they train on. Never seconds: these would make the search another one on each machine.",
      examples: [{ trials: 200 }],
      type: "object",
      properties: {
        trials: { description: "Trials to train.", examples: [200], type: "integer", minimum: 1 },
        epochs: {
          description: "Epochs of all trials together.",
          examples: [2000],
          type: "integer",
          minimum: 1,
        },
        examples: {
          description: "Examples that all trials train on together: those of each epoch count again.",
          examples: [10_000_000],
          type: "integer",
          minimum: 1,
        },
      },
      additionalProperties: false,
    },
  },
  required: ["method"],
  additionalProperties: false,
} as const satisfies Schema;

const LIMIT = {
  description: "Configurations that the grid may have; a larger one is refused, never cut.",
  examples: [500],
  type: "integer",
  minimum: 1,
} as const satisfies Schema;

/** The rules that make grids. */
function branchRules({ sweptFields }: RuleMaps): Readonly<Record<string, Schema>> {
  return {
    zip: {
      description:
        "Named groups of fields that move together: each is one axis and one column. Its lists must have the same length.",
      examples: [{ budget: { batchSize: [16, 64], epochs: [20, 40] } }],
      type: "object",
      additionalProperties: sweptFields,
    },
    variants: {
      description:
        "Named branches, each with values and axes of its own; the grid is the union of their grids.",
      examples: [{ plain: {}, deep: { "architecture.hidden": [[30, 30]], eta: [0.1, 1] } }],
      type: "object",
      additionalProperties: sweptFields,
    },
  };
}

/** The rules that change, remove and add configurations. */
function pointRules({ settings, inclusion, pattern }: RuleMaps): Readonly<Record<string, Schema>> {
  return {
    when: {
      description:
        "Rules that derive values from others, applied in order to every configuration, included ones too.",
      examples: [[{ if: { loss: "crossEntropy" }, set: { "architecture.output": "softmax" } }]],
      type: "array",
      items: whenSchema(pattern, settings),
    },
    exclude: {
      description: "Patterns; a configuration that matches one of them is left out.",
      examples: [[{ "architecture.activation": "tanh", eta: { gte: 0.5 } }]],
      type: "array",
      items: pattern,
    },
    include: {
      description:
        "Whole configurations to add, with a value for every axis; exclude does not touch them. With a name, they have it in a column.",
      examples: [[{ name: "baseline", "architecture.hidden": [128], eta: 0.05 }]],
      type: "array",
      items: inclusion,
    },
  };
}

function whenSchema(pattern: Schema, settings: Schema): Schema {
  return {
    type: "object",
    properties: {
      if: {
        description: "Which configurations the rule applies to.",
        examples: [{ loss: "crossEntropy" }],
        $ref: pattern,
      },
      set: {
        description: "The values that they get.",
        examples: [{ "architecture.output": "softmax" }],
        $ref: settings,
      },
    },
    additionalProperties: false,
    required: ["if", "set"],
  };
}
