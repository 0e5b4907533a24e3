/**
 * Series of numbers as short text: base64 of float64, every bit kept. JSON would take twice the bytes and
 * several times as long to read.
 * @module
 */
import type { MetricSeries } from "../../training/record.ts";
import { packList, unpackList, type PackedList } from "./packed-columns.ts";
import { packText, unpackText } from "./packed-text.ts";
import { base64Bytes, base64Text } from "../../text/base64.ts";
import type { PageConfiguration, PageData, PageTrial } from "./page-data.ts";

/** Metric -> its series as text. */
type PackedSeries = Readonly<Record<string, string>>;

type PackedTrial = Omit<PageTrial, "series"> & { readonly series: PackedSeries };

/** What is compressed: long texts, and lists of digits. */
type Rest = Pick<PageData, "pictures" | "spec" | "units" | "descents">;

/** A page's data as short JSON: lists as columns, series as text. */
export interface PackedPage extends Omit<PageData, "trials" | "configurations" | keyof Rest> {
  readonly configurations: PackedList;
  readonly trials: PackedList;
  /** JSON of the rest, as `packText` returns it. */
  readonly rest: string;
}

/** A page of more trials has only the beginning of each id. */
const MOST_IDS = 20_000;
const SHORT_ID = 12;
const SHORT_IDS = `This page has the first ${SHORT_ID} characters of each trial's id, because there are more than ${MOST_IDS} trials. Its search also finds whole ids; trials.csv has them.`;

/** Means null; no series contains it. */
const ABSENT = Infinity;

/** Returns a page's data as short JSON. */
export function packPage(data: PageData): PackedPage {
  const isLarge = data.trials.length > MOST_IDS;
  const trials = data.trials.map((trial) => ({
    ...trial,
    id: isLarge ? trial.id.slice(0, SHORT_ID) : trial.id,
    series: packSeries(trial.series),
  }));
  const { pictures, spec, units, descents, ...others } = data;
  return {
    ...others,
    rest: packText(JSON.stringify({ pictures, spec, units, descents } satisfies Rest)),
    warnings: isLarge ? [...data.warnings, SHORT_IDS] : data.warnings,
    configurations: packList(data.configurations),
    trials: packList(trials),
  };
}

/** Returns the page with every list and series unpacked. */
export function unpackPage({ rest, ...packed }: PackedPage): PageData {
  const configurations = unpackList(packed.configurations) as PageConfiguration[];
  const trials = unpackList(packed.trials) as PackedTrial[];
  return {
    ...packed,
    ...(JSON.parse(unpackText(rest)) as Rest),
    configurations,
    trials: trials.map((trial) => ({ ...trial, series: unpackSeries(trial.series) })),
  };
}

/** Returns every series as text. */
export function packSeries(series: MetricSeries): PackedSeries {
  return Object.fromEntries(Object.entries(series).map(([metric, values]) => [metric, pack(values)]));
}

/** Returns the series. Each is unpacked when it is first read, because most series of a large page never are. */
export function unpackSeries(packed: PackedSeries): MetricSeries {
  const series = {};
  for (const [metric, text] of Object.entries(packed)) {
    let values: MetricSeries[string] | undefined;
    Object.defineProperty(series, metric, { enumerable: true, get: () => (values ??= unpack(text)) });
  }
  return series;
}

function pack(values: readonly (number | null)[]): string {
  return base64Text(new Uint8Array(Float64Array.from(values, (value) => value ?? ABSENT).buffer));
}

function unpack(text: string): (number | null)[] {
  return Array.from(new Float64Array(base64Bytes(text).buffer), (value) => (value === ABSENT ? null : value));
}
