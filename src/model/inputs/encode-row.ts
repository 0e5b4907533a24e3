import type { InputEncoding } from "../model.ts";
import { columnsEncoder, type EncodedRow, type Values } from "./encode-columns.ts";
import { shapeImage, type Image } from "./encode-image.ts";
import { RowError, type RowProblem } from "./row-error.ts";

/**
 * An example: the values of a table's row by the names of its columns; an image of any size; or as many numbers as the
 * network takes, of an image its bytes.
 */
export type Row = Values | Image | ArrayLike<number>;

/** Returns what a network is given for an example; throws a RowError with all values that cannot be used. */
export type RowEncoder = (row: Row) => EncodedRow;

/** Returns what makes a network's inputs of examples. */
export function rowEncoder(encoding: InputEncoding): RowEncoder {
  switch (encoding.kind) {
    case "columns": {
      const encode = columnsEncoder(encoding);
      return (row) => encode(row as Values);
    }
    case "numbers":
      return listEncoder(encoding.count, {
        is: Number.isFinite,
        text: "a finite number",
        input: Math.fround,
      });
    case "pixels":
      return pixelsEncoder(encoding);
    default:
      return encoding satisfies never;
  }
}

function pixelsEncoder(encoding: InputEncoding & { kind: "pixels" }): RowEncoder {
  const encode = listEncoder(encoding.height * encoding.width * encoding.channels, {
    is: isByte,
    text: "a whole number from 0 to 255",
    input: (v) => v / 255,
  });
  return (row) => encode(isImage(row) ? shapeImage(row, encoding) : row);
}

/** What a number of a list must be, and which input it becomes. */
interface ListRule {
  readonly is: (value: unknown) => boolean;
  readonly text: string;
  readonly input: (value: number) => number;
}

function listEncoder(count: number, { is, text, input }: ListRule): RowEncoder {
  return (row) => {
    if (!isList(row) || row.length !== count) {
      const found = isList(row) ? row.length : "none";
      throw new RowError([{ message: `A row must be a list of ${count} numbers (got ${found})` }]);
    }
    const problems: RowProblem[] = [];
    const inputs = Float32Array.from(row, (value, i) => {
      if (!is(value))
        problems.push({ column: i, message: `Number ${i} must be ${text} (got ${String(value)})` });
      return input(value);
    });
    if (problems.length > 0) throw new RowError(problems);
    return { inputs, unknown: [] };
  };
}

function isList(row: Row): row is ArrayLike<number> {
  return Array.isArray(row) || ArrayBuffer.isView(row);
}

function isImage(row: Row): row is Image {
  const { data } = row as Partial<Image>;
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray;
}

function isByte(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
}
