import { columnValue } from "../spec/column-value.ts";
import type { FieldValue } from "../fields/tables/field.ts";
import type { Column, ColumnValue } from "../spec/sweep.ts";
import { fieldAt, type GridPoint } from "./expand-grid.ts";

/** Returns what each column shows of a configuration; null where it has nothing of the kind. */
export function pointValues(point: GridPoint, columns: readonly Column[]): (ColumnValue | null)[] {
  return columns.map((column) => {
    return columnValue(column, (path): FieldValue | undefined => {
      if (column.kind === "variant") return point.variant;
      return column.kind === "name" ? point.name : fieldAt(point.configuration, path);
    });
  });
}
