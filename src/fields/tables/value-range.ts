import type { Schema } from "../schema/schema.ts";
import { number, positive } from "./values.ts";

const from = { description: "The first value.", examples: [0.1], ...number } as const;
const to = { description: "The last value.", examples: [1], ...number } as const;
const count = {
  description: "How many values, the two ends among them.",
  examples: [5],
  type: "integer",
  minimum: 2,
  maximum: 100_000,
} as const;

/** The ranges that give the values of an axis, by their names. */
export const RANGES = {
  linspace: {
    description: "Evenly spaced values, both ends included.",
    examples: [{ from: 0, to: 0.5, count: 6 }],
    type: "object",
    properties: { from, to, count },
    required: ["from", "to", "count"],
    additionalProperties: false,
  },
  range: {
    description: "Values that are a step apart, both ends included; the step must meet the end.",
    examples: [{ from: 10, to: 50, step: 10 }],
    type: "object",
    properties: {
      from,
      to,
      step: { description: "Distance between two values.", examples: [10], ...number },
    },
    required: ["from", "to", "step"],
    additionalProperties: false,
  },
  logspace: {
    description: "Values with even ratios, both ends included.",
    examples: [{ from: 0.001, to: 1, count: 4 }],
    type: "object",
    properties: {
      from: {
        description: "The first value; above 0, not an exponent.",
        examples: [0.001],
        ...positive,
      },
      to: { description: "The last value; above 0, not an exponent.", examples: [1], ...positive },
      count,
      digits: {
        description: "Significant digits to which the values between the ends are rounded.",
        default: 4,
        examples: [2],
        type: "integer",
        minimum: 1,
        maximum: 12,
      },
    },
    required: ["from", "to", "count"],
    additionalProperties: false,
  },
} as const satisfies Readonly<Record<string, Schema>>;

const least = { description: "The least value.", examples: [1], ...number } as const;
const most = { description: "The largest value.", examples: [10], ...number } as const;
const whole = { type: "integer" } as const;

/** The distributions from which a search draws the values of an axis, by their names. */
export const DISTRIBUTIONS = {
  uniform: {
    description: "For a search: any number between two ends.",
    examples: [{ from: 0, to: 0.5 }],
    type: "object",
    properties: { from: least, to: most },
    required: ["from", "to"],
    additionalProperties: false,
  },
  logUniform: {
    description: "For a search: any number between two ends, each order of magnitude equally likely.",
    examples: [{ from: 0.001, to: 10 }],
    type: "object",
    properties: { from: { ...least, ...positive }, to: { ...most, ...positive } },
    required: ["from", "to"],
    additionalProperties: false,
  },
  integers: {
    description: "For a search: any integer from one to another.",
    examples: [{ from: 8, to: 128 }],
    type: "object",
    properties: {
      from: { ...least, ...whole },
      to: { ...most, ...whole },
      step: {
        description: "Distance between two values.",
        default: 1,
        examples: [8],
        type: "integer",
        minimum: 1,
      },
      log: {
        description: "Whether small integers are likelier: each order of magnitude is equally likely.",
        default: false,
        examples: [true],
        type: "boolean",
      },
    },
    required: ["from", "to"],
    additionalProperties: false,
  },
} as const satisfies Readonly<Record<string, Schema>>;

export const VALUE_RANGE: Schema = {
  anyOf: Object.entries<Schema>({ ...RANGES, ...DISTRIBUTIONS }).map(([name, range]) => ({
    type: "object",
    properties: { [name]: range },
    required: [name],
    additionalProperties: false,
  })),
};
