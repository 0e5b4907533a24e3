import type { CategoryEncoding, ColumnEncoding, NumberEncoding } from "../../data/table/encoding.ts";
import { categoryFinder } from "../../data/table/find-category.ts";
import type { FileDialect } from "../../data/table/reading/dialect.ts";
import { missingWordsOf } from "../../data/table/reading/missing-words.ts";
import { numberIn } from "../../data/table/reading/parse-number.ts";
import { writtenNumber } from "../../data/table/reading/writing/cell-writing.ts";
import type { InputEncoding } from "../model.ts";
import { RowError, type RowProblem } from "./row-error.ts";

/** The values of a table's row by the names of their columns. */
export type Values = Readonly<Record<string, unknown>>;

/** What a network is given for a row. */
export interface EncodedRow {
  /** [fanIn] */
  readonly inputs: Float32Array;
  readonly unknown: readonly UnknownValue[];
}

/** A value that did not occur in the training part: it counts as no category. */
export interface UnknownValue {
  readonly column: string;
  readonly value: unknown;
}

/** Returns the inputs of what was found in a value, or what that must be. */
type Encoder = (found: unknown, value: unknown) => EncodedValue | string;

interface EncodedValue {
  readonly inputs: readonly number[];
  readonly isUnknown?: boolean;
}

/**
 * Returns what makes inputs of a row: those of its columns, one after the other. It throws a RowError with all values
 * that cannot be used.
 */
export function columnsEncoder({
  columns,
  dialect = {},
}: InputEncoding & { kind: "columns" }): (values: Values) => EncodedRow {
  const encoders = columns.map((column) => [sourceColumn(column), encoderOf(column, dialect)] as const);
  return (values) => {
    const problems: RowProblem[] = [];
    const inputs: number[] = [];
    const unknown: UnknownValue[] = [];
    for (const [column, encode] of encoders) {
      if (problems.at(-1)?.column === column) continue; // the parts of a date have one cause
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

/** A column that a row does not have is probably misspelt, not a missing value. */
const ABSENT = Symbol("absent");

function encoderOf(
  encoding: ColumnEncoding,
  dialect: FileDialect,
): (value: unknown) => EncodedValue | string {
  const { says, numbers } = missingWordsOf(dialect);
  const read = encoding.kind === "number" ? numberReader(encoding, dialect) : (value: unknown) => value;
  const encode = encoding.kind === "number" ? numberEncoder(encoding, dialect) : categoryEncoder(encoding);
  return (value) => {
    if (value === ABSENT) return "a column of the row (it is not there)";
    const isWord = typeof value === "string" && says(value.trim());
    const found = isWord ? undefined : read(value);
    const isMissing =
      found === undefined || found === null || Number.isNaN(value) || numbers.has(found as number);
    if (!isMissing) return encode(found, value);
    return encoding.missing === undefined ? "given (it is missing)" : encode(encoding.missing, value);
  };
}

/** Text from a form means what it means in the training's file. */
function numberReader({ writing }: NumberEncoding, { decimal }: FileDialect): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== "string") return value;
    const plain = numberIn(value, decimal === "comma" ? "comma" : "point");
    return writing && (Number.isNaN(plain) || /[.,]/.test(value)) ? writtenNumber(value, writing) : plain;
  };
}

/** @param dialect How texts spell numbers. */
function numberEncoder({ center, scale, writing }: NumberEncoding, { decimal }: FileDialect): Encoder {
  return (number, value) => {
    const input = typeof number === "number" ? Math.fround((number - center) / scale) : NaN;
    if (Number.isFinite(input)) return { inputs: [input] };
    if (writing?.kind === "date") return `a date (got ${textOf(value)})`;
    const hasComma = decimal === "comma" && !writing && typeof value === "string";
    return `a number${hasComma ? " with a decimal comma" : ""} (got ${textOf(value)})`;
  };
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

/** Returns the column of a row that an input is read from: for a part of a date, the column of the date. */
export function sourceColumn(encoding: ColumnEncoding): string {
  const writing = encoding.kind === "number" ? encoding.writing : undefined;
  return writing?.kind === "date" ? writing.column : encoding.column;
}
