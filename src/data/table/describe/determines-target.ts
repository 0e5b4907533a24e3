import type { CategoryColumn, NumberColumn, TableColumn } from "../reading/table.ts";
import type { ColumnFacts } from "./column-facts.ts";

/** Numbers that are a straight line of the target but for rounding. */
const NEARLY_ONE = 0.9999;
/** More different whole numbers are rather an amount than classes. */
const MOST_CLASSES = 20;
/** Rows that decide, in most cases, that a column does not determine the target. */
const FIRST_ROWS = 1000;

/** A column to predict. */
export interface Wanted {
  readonly column: TableColumn;
  /** Whether it holds classes, as texts or as a few whole numbers. */
  readonly isClasses: boolean;
}

/** Returns a column to predict, and whether it holds classes. */
export function wantedOf(column: TableColumn, { numbers }: ColumnFacts): Wanted {
  const few = numbers?.few?.length ?? Infinity;
  return {
    column,
    isClasses: column.kind === "category" || (numbers?.isWhole === true && few <= MOST_CLASSES),
  };
}

/**
 * Returns whether a column by itself determines the target: each of its categories belongs to one value of it, its numbers fall
 * apart into one interval a class, or they are the target's on another scale.
 */
export function determinesTarget(column: TableColumn, target: Wanted, rows: number): boolean {
  // seldom categories belong to one class by chance
  if (column.kind === "category" && column.values.words.length > rows / 2) return false;
  return (
    determinesIn(column, target, Math.min(rows, FIRST_ROWS)) &&
    (rows <= FIRST_ROWS || determinesIn(column, target, rows))
  );
}

function determinesIn(column: TableColumn, { column: target, isClasses }: Wanted, rows: number): boolean {
  if (column.kind === "category") return belongTogether(column, target, rows);
  if (target.kind === "number" && !isClasses) return Math.abs(correlation(column, target, rows)) > NEARLY_ONE;
  return fallApart(column, target, rows);
}

/** Returns the value of a target in a row, NaN where it is missing. */
function valueAt({ values, kind }: TableColumn, row: number): number {
  const value = values.at(row);
  return kind === "category" && value === 0 ? NaN : value;
}

function belongTogether(column: CategoryColumn, target: TableColumn, rows: number): boolean {
  const valueOf = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const [code, wanted] = [column.values.at(row), valueAt(target, row)];
    if (code === 0 || wanted !== wanted) continue;
    if ((valueOf.get(code) ?? wanted) !== wanted) return false;
    valueOf.set(code, wanted);
  }
  return new Set(valueOf.values()).size > 1;
}

function fallApart({ values }: NumberColumn, target: TableColumn, rows: number): boolean {
  const order = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(values.at(row)) && !Number.isNaN(valueAt(target, row)),
  );
  order.sort((a, b) => values.at(a) - values.at(b) || a - b);
  const left = new Set<number>();
  for (let i = 1; i < order.length; i++) {
    const [before, now] = [order[i - 1]!, order[i]!];
    const [wantedBefore, wantedNow] = [valueAt(target, before), valueAt(target, now)];
    if (wantedBefore === wantedNow) continue;
    left.add(wantedBefore);
    if (left.has(wantedNow) || values.at(before) === values.at(now)) return false;
  }
  return left.size > 0;
}

/** Pearson's, over the rows in which neither is missing; classes count by the places of their words. */
export function correlation(a: NumberColumn, b: TableColumn, rows: number): number {
  let [n, x, y] = [0, 0, 0];
  const each = (use: (u: number, v: number) => void): void => {
    for (let row = 0; row < rows; row++) {
      const [u, v] = [a.values.at(row), valueAt(b, row)];
      if (u === u && v === v) use(u, v);
    }
  };
  each((u, v) => ((n += 1), (x += u), (y += v)));
  let [xx, xy, yy] = [0, 0, 0];
  each(
    (u, v) => (
      (xx += (u - x / n) * (u - x / n)),
      (xy += (u - x / n) * (v - y / n)),
      (yy += (v - y / n) * (v - y / n))
    ),
  );
  return xy / Math.sqrt(xx * yy);
}
