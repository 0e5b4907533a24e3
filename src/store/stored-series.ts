import { METRICS } from "../metrics/metrics.ts";
import type { MetricSeries } from "../training/record.ts";

/** Names of metrics whose definition has changed, as files have them: "testRocAuc" -> "testRocAucV2". */
const STORED = new Map(
  METRICS.flatMap(({ name, score }): [string, string][] => {
    return score?.version === undefined ? [] : [[name, `${name}V${score.version}`]];
  }),
);
const NAMES = new Map([...STORED].map(([name, stored]) => [stored, name]));

/** Returns series as the files of the store name them. */
export function storedSeries(series: MetricSeries): MetricSeries {
  return renamed(series, (name) => STORED.get(name) ?? name);
}

/** Returns what `storedSeries` was given; values by an older definition are left out, as if they had never been measured. */
export function readSeries(stored: MetricSeries): MetricSeries {
  return renamed(stored, (name) => (STORED.has(name) ? undefined : (NAMES.get(name) ?? name)));
}

function renamed(series: MetricSeries, nameOf: (name: string) => string | undefined): MetricSeries {
  return Object.fromEntries(
    Object.entries(series).flatMap(([key, values]) => {
      const name = nameOf(key);
      return name === undefined ? [] : [[name, values]];
    }),
  );
}
