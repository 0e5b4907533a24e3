import { canonicalJson } from "../../../data/canonical-json.ts";
import type { AxisEffect, Results } from "../../../results/results.ts";
import type { ColumnValue } from "../../../spec/sweep.ts";
import { shownText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";

/** More settings than this could not be distinguished. */
const MOST_SETTINGS = 150;
const LONGEST_LABEL = 40;

/** What is drawn of one value of an axis. */
export interface EffectRow {
  readonly label: string;
  /** Along the axis, in pixels. */
  readonly place: number;
  /** Absent where every trial diverged or failed. */
  readonly mean?: number;
  /** The ends of the interval; absent where it is not known. */
  readonly low?: number;
  readonly high?: number;
  /** Means of the single configurations. */
  readonly settings: readonly number[];
  /** How many trials diverged, in words; empty for none. */
  readonly diverged: string;
}

/** Returns what is drawn of an axis, one row for each of its values. */
export function effectRows(
  { path, values }: AxisEffect,
  places: readonly number[],
  results: Results,
): EffectRow[] {
  return values.map(({ value, trials, diverged, objective: { mean, ci95 } }, i) => {
    return {
      label: clipText(shownText(value), LONGEST_LABEL),
      place: places[i]!,
      ...(mean !== null && { mean }),
      ...(ci95 && { low: ci95.low, high: ci95.high }),
      settings: settingsWith(value, path, results),
      diverged: diverged === 0 ? "" : `${diverged} of ${trials}`,
    };
  });
}

function settingsWith(value: ColumnValue, path: string, { columns, configurations }: Results): number[] {
  if (configurations.length > MOST_SETTINGS) return [];
  const column = columns.findIndex((candidate) => candidate.path === path);
  return configurations
    .filter(({ values }) => canonicalJson(values[column]) === canonicalJson(value))
    .flatMap(({ objective }) => objective.mean ?? []);
}
