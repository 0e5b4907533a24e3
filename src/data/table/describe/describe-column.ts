import type { CategoryColumn, NumberColumn, TableColumn } from "../reading/table.ts";

export type ColumnDescription = NumberDescription | CategoryDescription;

interface Common {
  readonly name: string;
  readonly missing: number;
  /** How many different values it has; of categories at most as many as a column can have. */
  readonly different: number;
}

/** A column of numbers; figures are null where all of them are missing. */
export interface NumberDescription extends Common {
  readonly kind: "number";
  readonly isWhole: boolean;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Standard deviation, with n in its denominator. */
  readonly sd: number | null;
  /** Numbers in each of equally wide intervals from min to max. */
  readonly histogram: readonly number[];
}

/** A column of categories. */
export interface CategoryDescription extends Common {
  readonly kind: "category";
  /** Whether it has more categories than a column can have. */
  readonly isEndless: boolean;
  /** The most frequent ones, at most twelve, the first of equal ones by code unit. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

const BINS = 12;

/** Describes one column of a table. */
export function describeColumn(column: TableColumn, rows: number): ColumnDescription {
  return column.kind === "number" ? describeNumbers(column, rows) : describeCategories(column, rows);
}

function describeNumbers({ name, values }: NumberColumn, rows: number): NumberDescription {
  const present = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const value = values.at(row);
    if (value === value) present[count++] = value;
  }
  const sorted = present.subarray(0, count).sort();
  const [min, max] = [sorted[0] ?? null, sorted[count - 1] ?? null];
  const mean = count === 0 ? null : meanOf(sorted);
  return {
    name,
    kind: "number",
    missing: rows - count,
    different: sorted.reduce((sum, value, i) => sum + (value === sorted[i - 1] ? 0 : 1), 0),
    isWhole: sorted.every((value) => Number.isInteger(value)),
    min,
    median: count === 0 ? null : (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2,
    max,
    mean,
    sd: mean === null ? null : Math.sqrt(meanOf(sorted.map((value) => (value - mean) * (value - mean)))),
    histogram: histogramOf(sorted),
  };
}

function histogramOf(sorted: Float64Array): number[] {
  const [min, max] = [sorted[0]!, sorted.at(-1)!];
  const bins = new Array<number>(BINS).fill(0);
  for (const value of sorted)
    bins[Math.min(BINS - 1, Math.floor((BINS * (value - min)) / (max - min || 1)))]! += 1;
  return sorted.length === 0 ? [] : bins;
}

function meanOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum / numbers.length;
}

function describeCategories({ name, values }: CategoryColumn, rows: number): CategoryDescription {
  const counts = new Uint32Array(values.words.length + 1);
  for (let row = 0; row < rows; row++) counts[values.at(row)]! += 1;
  const top = values.words.map((value, i) => ({ value, count: counts[i + 1]! }));
  top.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const different = values.words.length;
  const isEndless = values.overflow > 0;
  return {
    name,
    kind: "category",
    missing: counts[0]! - values.overflow,
    different,
    isEndless,
    top: top.slice(0, BINS),
  };
}
