import type { Schema } from "../schema/schema.ts";
import { metricName, notNegative, number, text } from "./values.ts";

const epoch = { type: "integer", minimum: 0 } as const;

/** What a claim measures. */
const MEASURE = {
  metric: {
    description: "The metric it speaks of; by default the objective's.",
    examples: ["testAccuracy"],
    $ref: metricName,
  },
  at: {
    description:
      "The epoch it speaks of: the last one, each trial's best one, a number (0 is the untrained network), or the best one up to a number.",
    default: "last",
    examples: ["best", 5, { upTo: 5 }],
    anyOf: [
      { enum: ["last", "best"] },
      epoch,
      {
        type: "object",
        properties: { upTo: { description: "The best of epoch 0 to this one.", examples: [5], ...epoch } },
        required: ["upTo"],
        additionalProperties: false,
      },
    ],
  },
} as const satisfies Properties;

/** What a claim about single numbers measures. */
const FIGURE = {
  ...MEASURE,
  of: {
    description:
      "What must be so: the mean of each configuration over its replicates, the best of these means, every replicate, or some replicate.",
    default: "mean",
    examples: ["every"],
    enum: ["mean", "best", "every", "some"],
  },
} as const satisfies Properties;

const atMost = { description: "The largest value allowed.", examples: [0.85], ...number } as const;
const distance = { examples: [0.01], default: 0, ...notNegative } as const;

/** The forms of a claim by the key that makes it, without what all have: `because` and `where`. */
export const CLAIMS = {
  atLeast: {
    description: "The metric is at least, or between two values.",
    properties: {
      ...FIGURE,
      atLeast: { description: "The smallest value allowed.", examples: [0.95], ...number },
      atMost,
    },
  },
  atMost: { description: "The metric is at most.", properties: { ...FIGURE, atMost } },
  equals: {
    description: "The metric has a value.",
    properties: {
      ...FIGURE,
      equals: { description: "The value.", examples: [0.25], ...number },
      tolerance: { ...distance, description: "How far off it may be." },
    },
  },
  diverged: {
    description: "Trials diverge, or do not.",
    properties: {
      diverged: {
        description: "How many replicates diverge.",
        examples: ["every"],
        enum: ["none", "some", "every"],
      },
    },
  },
  beats: {
    description: "The metric is better than that of others, compared in pairs of replicates.",
    properties: { ...MEASURE, by: { ...distance, description: "How much worse at least." } },
  },
  rises: {
    description: "The metric rises along an axis.",
    properties: {
      ...MEASURE,
      rises: {
        description:
          "The axis, by dotted path, along which the mean rises: numbers in ascending order, other values as written.",
        examples: ["eta"],
        ...text,
      },
      tolerance: {
        ...distance,
        description:
          "How far the mean may go down between two neighbours; at the end it must have gone the right way all the same.",
      },
    },
  },
  falls: {
    description: "The metric falls along an axis.",
    properties: {
      ...MEASURE,
      falls: {
        description:
          "The axis, by dotted path, along which the mean falls: numbers in ascending order, other values as written.",
        examples: ["eta"],
        ...text,
      },
      tolerance: {
        ...distance,
        description:
          "How far the mean may go up between two neighbours; at the end it must have gone the right way all the same.",
      },
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly description: string; readonly properties: Properties }>
>;

type Properties = Readonly<Record<string, Schema>>;

/** Returns the schema of an item of `expect`. @param pattern The schema of what matches configurations. */
export function expectationSchema(pattern: Schema): Schema {
  const common: Properties = {
    because: { description: "The lesson, in a sentence.", examples: ["eta 0.03 crawls"], ...text },
    where: {
      description: "Which configurations it speaks of, in the form of sweep.exclude; by default all.",
      examples: [{ eta: { gte: 10 } }],
      $ref: pattern,
    },
  };
  const beats: Schema = {
    description:
      "Which configurations are worse: the 95 % interval of the mean difference, replicate by replicate, must lie beyond 0.",
    examples: [{ "architecture.init": "normal" }],
    $ref: pattern,
  };
  return {
    anyOf: Object.entries(CLAIMS).map(([key, { description, properties }]) => ({
      type: "object",
      description,
      properties: { ...common, ...(key === "beats" && { ...MEASURE, beats }), ...properties },
      required: [key],
      additionalProperties: false,
    })),
  };
}
