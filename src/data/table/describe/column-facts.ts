import type { NumberColumn, TableColumn } from "../reading/table.ts";

/** What all rows of a column show at a glance. */
export interface ColumnFacts {
  readonly present: number;
  readonly isConstant: boolean;
  /** Whether every row has a value, and all of them differ. */
  readonly areAllDifferent: boolean;
  readonly numbers?: NumberFacts;
}

/** Figures of a column of numbers, of those that are present. */
export interface NumberFacts {
  readonly isWhole: boolean;
  readonly min: number;
  readonly max: number;
  /** The values next to these, and how often these occur. */
  readonly second: number;
  readonly beforeLast: number;
  readonly minCount: number;
  readonly maxCount: number;
  /** Different values, in ascending order; undefined where they are more than a class may have. */
  readonly few: readonly number[] | undefined;
  readonly leadingZeros: number;
}

/** More different values are no classes. */
const FEW = 256;

/** Looks at all rows of a column. */
export function columnFacts(column: TableColumn, rows: number): ColumnFacts {
  if (column.kind === "number") return numberFacts(column, rows);
  const { words, missing, overflow } = column.values;
  const present = rows - missing;
  const areAllDifferent = overflow > 0 || (present === rows && words.length === rows);
  return { present, isConstant: words.length === 1, areAllDifferent };
}

function numberFacts({ values, misfits }: NumberColumn, rows: number): ColumnFacts {
  let [min, max, second, beforeLast] = [Infinity, -Infinity, Infinity, -Infinity];
  let [minCount, maxCount, present, isWhole] = [0, 0, 0, true];
  const few = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const value = values.at(row);
    if (value !== value) continue;
    present++;
    isWhole &&= Number.isInteger(value);
    if (few.size <= FEW) few.add(value);
    if (value < min) [second, min, minCount] = [min, value, 1];
    else if (value === min) minCount++;
    else if (value < second) second = value;
    if (value > max) [beforeLast, max, maxCount] = [max, value, 1];
    else if (value === max) maxCount++;
    else if (value > beforeLast) beforeLast = value;
  }
  const isFew = few.size <= FEW;
  return {
    present,
    isConstant: present > 0 && min === max,
    areAllDifferent: present === rows && isWhole && areDifferent(values, rows),
    numbers: {
      isWhole,
      min,
      max,
      second,
      beforeLast,
      minCount,
      maxCount,
      few: isFew ? [...few].sort((a, b) => a - b) : undefined,
      leadingZeros: misfits.zeros,
    },
  };
}

/** A Set ends at 16 million values; so many rows with as many different whole numbers are taken for different. */
const MOST_COMPARED = 1 << 23;

function areDifferent(values: NumberColumn["values"], rows: number): boolean {
  const seen = new Set<number>();
  for (let row = 0; row < Math.min(rows, MOST_COMPARED); row++)
    if (seen.size === seen.add(values.at(row)).size) return false;
  return true;
}
