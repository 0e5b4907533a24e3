import type { CategoryEncoding, ColumnEncoding, NumberEncoding } from "../../data/table/encoding.ts";
import { categoryFinder } from "../../data/table/find-category.ts";
import { numberIn } from "../../data/table/reading/parse-number.ts";
import { writtenNumber, type CellWriting } from "../../data/table/reading/writing/cell-writing.ts";
import { saysMissing } from "../../data/table/reading/table.ts";
import { sourceColumn } from "./source-column.ts";
import { RowError, type RowProblem } from "./row-error.ts";

/** The values of a table's row by the names of their columns. */
export type Values = Readonly<Record<string, unknown>>;

/** What a network is given for a row. */
export interface EncodedRow {
  /** [fanIn] */
  readonly inputs: Float32Array;
  readonly unknown: readonly UnknownValue[];
}

/** A value that no example of the training part had: it counts as no category. */
export interface UnknownValue {
  readonly column: string;
  readonly value: unknown;
}

/** Returns the inputs of a value, or what it must be. */
type Encoder = (value: unknown) => EncodedValue | string;

interface EncodedValue {
  readonly inputs: readonly number[];
  readonly isUnknown?: boolean;
}

/**
 * Returns what makes inputs of a row: those of its columns, one after the other. It throws a RowError with all values
 * that cannot be used.
 */
export function columnsEncoder(columns: readonly ColumnEncoding[]): (values: Values) => EncodedRow {
  const encoders = columns.map((column) => [sourceColumn(column), encoderOf(column)] as const);
  return (values) => {
    const problems: RowProblem[] = [];
    const inputs: number[] = [];
    const unknown: UnknownValue[] = [];
    for (const [column, encode] of encoders) {
      const value = Object.hasOwn(values, column) ? values[column] : ABSENT;
      const encoded = encode(value);
      if (typeof encoded === "string")
        problems.push({ column, message: `${JSON.stringify(column)} must be ${encoded}` });
      else {
        inputs.push(...encoded.inputs);
        if (encoded.isUnknown) unknown.push({ column, value });
      }
    }
    if (problems.length > 0) throw new RowError(problems);
    return { inputs: Float32Array.from(inputs), unknown };
  };
}

/** What a row lacks as a whole is rather a misspelt column than a missing value. */
const ABSENT = Symbol("absent");

function encoderOf(encoding: ColumnEncoding): Encoder {
  const encode = encoding.kind === "number" ? numberEncoder(encoding) : categoryEncoder(encoding);
  return (value) => {
    if (value === ABSENT) return "a column of the row (it is not there)";
    const known = isMissing(value) ? encoding.missing : value;
    return known === undefined ? "given (it is missing)" : encode(known);
  };
}

function isMissing(value: unknown): boolean {
  if (typeof value === "string") return saysMissing(value.trim());
  return value === undefined || value === null || Number.isNaN(value);
}

/** Text from a form means what it means in a file. */
function numberEncoder({ center, scale, writing }: NumberEncoding): Encoder {
  return (value) => {
    const number = typeof value === "string" ? numberOf(value, writing) : value;
    const input = typeof number === "number" ? Math.fround((number - center) / scale) : NaN;
    return Number.isFinite(input) ? { inputs: [input] } : `a number (got ${textOf(value)})`;
  };
}

function numberOf(text: string, writing?: CellWriting): number {
  const plain = numberIn(text);
  return writing && (Number.isNaN(plain) || /[.,]/.test(text)) ? writtenNumber(text, writing) : plain;
}

/** One-hot. */
function categoryEncoder(encoding: CategoryEncoding): Encoder {
  const find = categoryFinder(encoding);
  return (value) => {
    if (!isWord(value)) return `text (got ${textOf(value)})`;
    const place = find(String(value));
    return { inputs: encoding.categories.map((_, i) => (i === place ? 1 : 0)), isUnknown: place < 0 };
  };
}

function isWord(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
