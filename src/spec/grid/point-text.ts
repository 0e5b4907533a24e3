import { columnValue } from "../column-value.ts";
import { factOf } from "./fact-of.ts";
import { nameOf } from "../../fields/field-path.ts";
import type { Column, ColumnValue, Point } from "../sweep.ts";

/** Returns what sets a point apart, for messages: "eta = 0.3, hidden = [30]". */
export function pointText(point: Point, columns: readonly Column[]): string {
  const settings = columns.flatMap((column) => {
    const value = columnValue(column, (path) => factOf(point, path));
    return value === null ? [] : `${nameOf(column.path)} = ${textOf(value)}`;
  });
  return settings.join(", ") || "the only configuration";
}

function textOf(value: ColumnValue): string {
  if (typeof value !== "object") return String(value);
  return JSON.stringify("together" in value ? value.together : value);
}
