/**
 * Series of numbers as short text: base64 of float64, every bit kept. JSON would take twice the bytes, and several times
 * as long to read.
 * @module
 */
import type { MetricSeries } from "../../training/record.ts";

/** Metric -> its series as text. */
export type PackedSeries = Readonly<Record<string, string>>;

/** Stands for null; no series holds it. */
const ABSENT = Infinity;

/** Returns every series as text. Of Node alone, what undoes it is not. */
export function packSeries(series: MetricSeries): PackedSeries {
  return Object.fromEntries(Object.entries(series).map(([metric, values]) => [metric, pack(values)]));
}

/** Returns what was packed. */
export function unpackSeries(packed: PackedSeries): MetricSeries {
  return Object.fromEntries(Object.entries(packed).map(([metric, text]) => [metric, unpack(text)]));
}

function pack(values: readonly (number | null)[]): string {
  return Buffer.from(Float64Array.from(values, (value) => value ?? ABSENT).buffer).toString("base64");
}

function unpack(text: string): (number | null)[] {
  const bytes = atob(text);
  const view = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) view[i] = bytes.charCodeAt(i);
  return Array.from(new Float64Array(view.buffer), (value) => (value === ABSENT ? null : value));
}
