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

/** How configurations are drawn instead of combining all values. */
export const SEARCH = {
  description:
    "Draws configurations instead of combining all values: for axes with a distribution, uniform, logUniform or integers. An item of a list is drawn, too.",
  examples: [{ method: "sobol", configurations: 32 }],
  type: "object",
  properties: {
    method: {
      description:
        "How points are chosen: sobol, those of a scrambled Sobol sequence, which fill the space evenly; random, independent ones.",
      examples: ["sobol"],
      enum: ["sobol", "random"],
    },
    configurations: {
      description:
        "Configurations to draw, beside those of include. A larger number begins with the same ones.",
      examples: [32],
      type: "integer",
      minimum: 1,
      maximum: 1_000_000,
    },
  },
  required: ["method", "configurations"],
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
