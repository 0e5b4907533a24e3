import type { InputEncoding } from "../model.ts";
import { encodeColumns } from "./encode-columns.ts";
import { RowError, type RowProblem } from "./row-error.ts";

/** An example: the values of a table's row by the names of its columns, or numbers in their order; of an image its bytes. */
export type Row = Readonly<Record<string, unknown>> | ArrayLike<number>;

/**
 * Returns what a network is given for an example, [fanIn].
 * @throws {RowError} With all values that cannot be used.
 */
export function encodeRow(row: Row, encoding: InputEncoding): Float32Array {
  switch (encoding.kind) {
    case "columns":
      return encodeColumns(row as Readonly<Record<string, unknown>>, encoding.columns);
    case "numbers":
      return encodeList(row, encoding.count, {
        is: Number.isFinite,
        text: "a finite number",
        input: Math.fround,
      });
    case "pixels": {
      const count = encoding.height * encoding.width * encoding.channels;
      return encodeList(row, count, {
        is: isByte,
        text: "a whole number from 0 to 255",
        input: (v) => v / 255,
      });
    }
    default:
      return encoding satisfies never;
  }
}

/** What a number of a list must be, and which input it becomes. */
interface ListRule {
  readonly is: (value: unknown) => boolean;
  readonly text: string;
  readonly input: (value: number) => number;
}

function encodeList(row: Row, count: number, { is, text, input }: ListRule): Float32Array {
  if (!isList(row) || row.length !== count) {
    const found = isList(row) ? `${row.length} found` : "none found";
    throw new RowError([{ message: `Cannot predict as a row must be a list of ${count} numbers: ${found}` }]);
  }
  const problems: RowProblem[] = [];
  const inputs = Float32Array.from(row, (value, i) => {
    if (!is(value))
      problems.push({
        column: i,
        message: `Cannot predict as number ${i} must be ${text}: ${String(value)}`,
      });
    return input(value);
  });
  if (problems.length > 0) throw new RowError(problems);
  return inputs;
}

function isList(row: Row): row is ArrayLike<number> {
  return Array.isArray(row) || ArrayBuffer.isView(row);
}

function isByte(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
}
