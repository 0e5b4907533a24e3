import type { Sort } from "../view/view.ts";
import type { TableColumn } from "./table-column.ts";

/** Returns the rows in the order of a column; in their own where none is chosen. Rows without a value come last. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: Sort | undefined,
): Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (!sort || !column) return [...rows];
  const keyed = rows.map((row) => ({ row, order: column.orderOf(row) }));
  const sign = sort.descending ? -1 : 1;
  return keyed
    .sort((a, b) => {
      if (a.order === null || b.order === null) return Number(a.order === null) - Number(b.order === null);
      return sign * compare(a.order, b.order);
    })
    .map(({ row }) => row);
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
