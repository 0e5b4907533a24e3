import type { CategoryColumn, NumberColumn, TableColumn } from "../reading/table.ts";

/** Numbers that are a straight line of the target but for rounding. */
const NEARLY_ONE = 0.9999;

/**
 * Returns whether a column by itself tells the target: each of its categories belongs to one class, its numbers fall
 * apart into one interval a class, or they are the target's on another scale.
 */
export function tellsTarget(column: TableColumn, target: TableColumn, rows: number): boolean {
  if (target.kind === "number")
    return column.kind === "number" && Math.abs(correlation(column, target, rows)) > NEARLY_ONE;
  return column.kind === "number" ? fallApart(column, target, rows) : belongTogether(column, target, rows);
}

function belongTogether(column: CategoryColumn, target: CategoryColumn, rows: number): boolean {
  if (column.values.words.length > rows / 2) return false; // seldom categories belong to one class by chance
  const classOf = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const [code, wanted] = [column.values.at(row), target.values.at(row)];
    if (code === 0 || wanted === 0) continue;
    if ((classOf.get(code) ?? wanted) !== wanted) return false;
    classOf.set(code, wanted);
  }
  return new Set(classOf.values()).size > 1;
}

function fallApart({ values }: NumberColumn, target: CategoryColumn, rows: number): boolean {
  const order = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(values.at(row)) && target.values.at(row) > 0,
  );
  order.sort((a, b) => values.at(a) - values.at(b) || a - b);
  const left = new Set<number>();
  for (let i = 1; i < order.length; i++) {
    const [before, now] = [order[i - 1]!, order[i]!];
    if (target.values.at(before) === target.values.at(now)) continue;
    left.add(target.values.at(before));
    if (left.has(target.values.at(now)) || values.at(before) === values.at(now)) return false;
  }
  return left.size > 0;
}

/** Pearson's, over the rows in which neither is missing. */
function correlation(a: NumberColumn, b: NumberColumn, rows: number): number {
  let [n, x, y] = [0, 0, 0];
  const each = (use: (u: number, v: number) => void): void => {
    for (let row = 0; row < rows; row++) {
      const [u, v] = [a.values.at(row), b.values.at(row)];
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
