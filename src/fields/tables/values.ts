/**
 * Values that several fields may have. The schema calls them what they are called here.
 * @module
 */
import { METRIC_NAMES, METRICS } from "../../metrics/metrics.ts";
import type { Schema } from "../schema/schema.ts";

export const number = { type: "number" } as const;
export const positive = { type: "number", exclusiveMinimum: 0 } as const;
export const notNegative = { type: "number", minimum: 0 } as const;
export const share = { type: "number", minimum: 0, exclusiveMaximum: 1 } as const;
export const count = { type: "integer", minimum: 1, maximum: 1_000_000 } as const;
export const optionalCount = { type: "integer", minimum: 0, maximum: 1_000_000 } as const;
/** Of epochs or steps: longer trials are likelier to be a slip than meant. */
export const epochs = { type: "integer", minimum: 1, maximum: 100_000 } as const;
export const seed = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;
export const flag = { type: "boolean" } as const;
export const text = { type: "string" } as const;
/** What a description says is the rule that messages quote. */
export const tag = {
  description: "text of 1 to 40 characters without commas, control characters and a space at its start",
  type: "string",
  pattern: String.raw`^[^\s\u0000-\u001f\u007f-\u009f,][^\u0000-\u001f\u007f-\u009f,]{0,39}$`,
} as const;
export const note = {
  description: "text of at most 5000 characters without control characters",
  type: "string",
  pattern: String.raw`^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]{0,5000}$`,
} as const;
export const numbers = { type: "array", minItems: 1, items: number } as const;
export const texts = { type: "array", items: text } as const;
/** Names of columns. */
export const columns = { type: "array", items: text } as const;

export const words = { type: "array", items: { anyOf: [text, number] } } as const;

/** Metrics that each epoch has a value of, by which training may stop or slow down. */
const WATCHED = METRICS.filter(({ quantity, ofClass }) => {
  return ["loss", "cost", "accuracy", "score"].includes(quantity) && ofClass === undefined;
}).map(({ name }) => name);

/** A metric: one of those, or one that the experiment declares. */
export const metricName = { type: "string", examples: METRIC_NAMES } as const satisfies Schema;
export const watchedMetric = { enum: WATCHED } as const satisfies Schema;
export const plateauMetric = { enum: ["auto", ...WATCHED] } as const satisfies Schema;
