import type { ColumnEncoding, TargetEncoding } from "../data/table/encoding.ts";
import type { InputEncoding } from "./model.ts";

/** Returns the number of inputs of an encoding. */
export function inputCount(encoding: InputEncoding): number {
  switch (encoding.kind) {
    case "columns":
      return encoding.columns.reduce((sum, column) => sum + columnInputs(column), 0);
    case "pixels":
      return encoding.height * encoding.width * encoding.channels;
    case "numbers":
      return encoding.count;
    default:
      return encoding satisfies never;
  }
}

/** Returns the number of outputs for a target. */
export function outputCount(target: TargetEncoding): number {
  return target.kind === "classes" ? target.classes.length : target.columns.length;
}

function columnInputs(column: ColumnEncoding): number {
  return column.kind === "number" ? 1 : column.categories.length;
}
