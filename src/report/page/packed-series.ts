/**
 * Series of numbers as short text: base64 of float64, every bit kept. JSON would take twice the bytes, and several times
 * as long to read.
 * @module
 */
import type { MetricSeries } from "../../training/record.ts";
import type { PageData, PageTrial } from "./page-data.ts";

/** Metric -> its series as text. */
type PackedSeries = Readonly<Record<string, string>>;

/** A page's data with packed series: JSON of it is the page's data, and nothing is lost. */
export interface PackedPage extends Omit<PageData, "trials"> {
  readonly trials: readonly (Omit<PageTrial, "series"> & { readonly series: PackedSeries })[];
}

/** Stands for null; no series holds it. */
const ABSENT = Infinity;

/** Returns a page's data with every series as text. Of Node alone, what undoes it is not. */
export function packPage(data: PageData): PackedPage {
  return { ...data, trials: data.trials.map((trial) => ({ ...trial, series: packSeries(trial.series) })) };
}

/** Returns what was packed. */
export function unpackPage(packed: PackedPage): PageData {
  return {
    ...packed,
    trials: packed.trials.map((trial) => ({ ...trial, series: unpackSeries(trial.series) })),
  };
}

/** Returns every series as text. */
export function packSeries(series: MetricSeries): PackedSeries {
  return Object.fromEntries(Object.entries(series).map(([metric, values]) => [metric, pack(values)]));
}

/** Returns what was packed. Each series is unpacked when it is first looked at: of a large page most never are. */
export function unpackSeries(packed: PackedSeries): MetricSeries {
  const series = {};
  for (const [metric, text] of Object.entries(packed)) {
    let values: MetricSeries[string] | undefined;
    Object.defineProperty(series, metric, { enumerable: true, get: () => (values ??= unpack(text)) });
  }
  return series;
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
