import { canonicalJson } from "../../../data/canonical-json.ts";
import type {
  AxisEffect,
  AxisSplit,
  ConfigurationResult,
  Results,
  ValueEffect,
} from "../../../results/results.ts";
import { groupBy } from "../../../results/group-by.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import type { ColumnValue } from "../../../spec/sweep.ts";
import { clipText } from "../../../text/clip-text.ts";
import { hasFinished } from "../../../training/record.ts";
import { ACCENT, distinctColor } from "../colors.ts";
import { largestOf } from "../../../math/extremes.ts";

/** More settings than this could not be distinguished. */
const MOST_SETTINGS = 150;
const LONGEST_LABEL = 40;

/** What is drawn of one value of an axis. */
export interface EffectRow {
  readonly label: string;
  /** How many trials diverged, in words; empty for none. */
  readonly diverged: string;
  /** How many trials did not reach what is counted, in words; empty for none. */
  readonly unfinished: string;
  /** Means of the single configurations; empty where they are the series, or too many. */
  readonly settings: readonly number[];
}

/** The results of the values of an axis: on average over the others, or within one value of another. */
export interface EffectSeries {
  readonly color: string;
  /** Empty for the average. */
  readonly name: string;
  readonly dots: readonly EffectDot[];
}

/** The result of one value. */
export interface EffectDot {
  /** The place of the value in the list. */
  readonly row: number;
  readonly mean: number;
  /** The ends of the interval; absent where it is not known. */
  readonly low?: number;
  readonly high?: number;
}

/** Returns what is drawn of an axis, one row for each of its values. */
export function effectRows(
  { path, values }: AxisEffect,
  results: Results,
  hasSettings: boolean,
): EffectRow[] {
  const { columns, configurations } = results;
  const column = columns.findIndex((candidate) => candidate.path === path);
  const byValue = groupBy(configurations, (each) => keyOf(each.values[column]));
  return values.map(({ value, trials, diverged }) => {
    const sharing = byValue.get(keyOf(value)) ?? [];
    const isShown = hasSettings && sharing.length > 1 && configurations.length <= MOST_SETTINGS;
    return {
      label: clipText(shownText(value), LONGEST_LABEL),
      diverged: diverged === 0 ? "" : `${diverged} of ${trials}`,
      unfinished: unfinishedText(sharing),
      settings: isShown ? sharing.flatMap(({ objective }) => objective.mean ?? []) : [],
    };
  });
}

/** Returns "> 2000" where no trial reached what is counted, "3 of 8 > 2000" where some did not. */
function unfinishedText(sharing: readonly ConfigurationResult[]): string {
  const trials = sharing.flatMap((each) => each.trials);
  const without = trials.filter(({ record, objective }) => objective === null && hasFinished(record));
  const lengths = without.flatMap(({ record }) =>
    Object.values(record?.metrics ?? {}).map((values) => values.length - 1),
  );
  if (without.length === 0) return "";
  const most = `> ${largestOf(lengths)}`;
  return without.length === trials.length ? most : `${without.length} of ${trials.length} ${most}`;
}

/** Returns the average over the other axes. */
export function averageSeries({ values }: AxisEffect): EffectSeries[] {
  return [{ color: ACCENT, name: "", dots: values.flatMap((value, row) => dotOf(value, row)) }];
}

/** Returns a series for each value of another axis that has a result. */
export function splitSeries(
  { values }: AxisEffect,
  { path, levels }: Pick<AxisSplit, "path" | "levels">,
  { columns }: Results,
): EffectSeries[] {
  const rows = new Map(values.map((own, row) => [keyOf(own.value), row]));
  return levels.flatMap(({ value, values: cells }, i) => {
    const dots = cells.flatMap((cell) => dotOf(cell, rows.get(keyOf(cell.value)) ?? -1));
    return dots.length === 0
      ? []
      : [{ color: distinctColor(i), name: levelName(value, path, columns), dots }];
  });
}

function levelName(value: ColumnValue | null, path: string, columns: Results["columns"]): string {
  const text = value === null ? "none" : shownText(value);
  const named = typeof value === "string" ? text : `${axisName(path, columns)} = ${text}`;
  return clipText(named, LONGEST_LABEL);
}

function dotOf({ objective: { mean, ci95 } }: ValueEffect, row: number): EffectDot[] {
  return mean === null ? [] : [{ row, mean, ...(ci95 && { low: ci95.low, high: ci95.high }) }];
}

function keyOf(value: unknown): string {
  return canonicalJson(value ?? null);
}
