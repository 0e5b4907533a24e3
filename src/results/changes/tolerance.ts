import { parse } from "csv-parse/sync";
import type { MetricDistance } from "../results.ts";
import { distancesText } from "../verified.ts";
import type { Reproducible } from "../../spec/experiment.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";

/** A table, its rows by column. */
type Row = Readonly<Record<string, string>>;

/** What is compared by value. */
interface Compared {
  readonly committed: ReadonlyMap<string, string>;
  readonly fresh: readonly { readonly path: string; readonly content: string }[];
  /** Names of the metrics. */
  readonly metrics: readonly string[];
  readonly reproducible: Reproducible;
  /** Only rows of these trials; absent = all. */
  readonly ids?: ReadonlySet<string>;
}

const TABLES = ["trials.csv", "epochs.csv"];
/** It follows from metrics. */
const DERIVED = "bestEpoch";

/**
 * Returns in words how far the metrics of committed tables and of fresh ones are apart, where that is within what an
 * experiment calls reproducible and nothing else differs; undefined otherwise.
 */
export function toleratedText(compared: Compared): string | undefined {
  if (compared.reproducible === "exact") return undefined;
  const distances = metricDistances(compared);
  return distances?.every(({ isWithin }) => isWithin) ? distancesText(distances) : undefined;
}

/**
 * Returns how far the metrics of committed tables and of fresh ones are apart, and whether all of it is within what the
 * experiment calls reproducible; undefined where something else differs.
 */
export function metricDistances(
  compared: Compared,
): (MetricDistance & { readonly isWithin: boolean })[] | undefined {
  const largest = new Map<string, { distance: number; isWithin: boolean }>();
  for (const path of TABLES) {
    const [before, after] = [compared.committed.get(path), freshText(compared, path)].map((text) =>
      rowsOf(text, compared.ids),
    );
    if (before?.length !== after?.length) return undefined;
    const spreadOf = spreads(rowsOf(compared.committed.get("trials.csv")) ?? []);
    for (const [i, row] of (after ?? []).entries()) {
      const old = before?.[i] ?? {};
      for (const column of Object.keys(row)) {
        const [was = "", is = ""] = [old[column], row[column]];
        if (was === is || column === DERIVED) continue;
        if (!compared.metrics.includes(column) || was === "" || is === "") return undefined;
        const limit = limitOf(compared.reproducible, Number(was), spreadOf(old, column));
        const distance = Math.abs(Number(was) - Number(is));
        const known = largest.get(column) ?? { distance: 0, isWithin: true };
        largest.set(column, {
          distance: Math.max(distance, known.distance),
          isWithin: known.isWithin && distance <= limit,
        });
      }
    }
  }
  return [...largest].map(([metric, found]) => ({ metric, ...found }));
}

function freshText({ fresh }: Compared, path: string): string | undefined {
  return fresh.find((file) => file.path === path)?.content;
}

function rowsOf(text: string | undefined, ids?: ReadonlySet<string>): readonly Row[] | undefined {
  if (text === undefined) return undefined;
  const rows: Row[] = parse(text, { columns: true });
  return ids ? rows.filter(({ id = "" }) => ids.has(id)) : rows;
}

function limitOf(reproducible: Compared["reproducible"], value: number, spread: number): number {
  if (reproducible === "no") return spread;
  if (reproducible === "exact") return 0;
  const { absolute = 0, relative = 0 } = reproducible;
  return absolute + relative * Math.abs(value);
}

/** Returns a function that says how far apart the replicates of a row's configuration are in a metric. */
function spreads(trials: readonly Row[]): (row: Row, metric: string) => number {
  const configurations = new Map(trials.map(({ trial, configuration }) => [trial, configuration]));
  return ({ trial: number }, metric) => {
    const configuration = configurations.get(number);
    const own = trials.filter((trial) => trial["configuration"] === configuration);
    const values = own.flatMap((trial) => (trial[metric] ? [Number(trial[metric])] : []));
    return values.length < 2 ? 0 : largestOf(values) - smallestOf(values);
  };
}
