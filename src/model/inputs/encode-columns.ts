import type { CategoryEncoding, ColumnEncoding, NumberEncoding } from "../../data/table/encoding.ts";
import { parseNumber } from "../../data/table/reading/parse-number.ts";
import { saysMissing } from "../../data/table/reading/table.ts";
import { RowError, type RowProblem } from "./row-error.ts";

/** The values of a table's row by the names of their columns. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Returns the inputs that the columns of a table come to, one after the other.
 * @throws {RowError} With all values that cannot be used.
 */
export function encodeColumns(values: Values, columns: readonly ColumnEncoding[]): Float32Array {
  const problems: RowProblem[] = [];
  const inputs: number[] = [];
  for (const encoding of columns) {
    const { column } = encoding;
    const encoded = encodeValue(valueOf(column, values), encoding);
    if (typeof encoded !== "string") inputs.push(...encoded);
    else problems.push({ column, message: `Cannot predict as ${JSON.stringify(column)} must be ${encoded}` });
  }
  if (problems.length > 0) throw new RowError(problems);
  return Float32Array.from(inputs);
}

const POINT = 0x2e;

/** What a row lacks as a whole is rather a misspelt column than a missing value. */
const ABSENT = Symbol("absent");

function valueOf(column: string, values: Values): unknown {
  return Object.hasOwn(values, column) ? values[column] : ABSENT;
}

/** Returns inputs, or what the value must be and what it is. */
function encodeValue(value: unknown, encoding: ColumnEncoding): number[] | string {
  if (value === ABSENT) return "a column of the row: there is none of that name";
  const known = isMissing(value) ? encoding.missing : value;
  if (known === undefined) return "given: it is missing";
  return encoding.kind === "number" ? encodeNumber(known, encoding) : encodeCategory(known, encoding);
}

function isMissing(value: unknown): boolean {
  if (typeof value === "string") return saysMissing(value.trim());
  return value === undefined || value === null || Number.isNaN(value);
}

function encodeNumber(value: unknown, { center, scale }: NumberEncoding): number[] | string {
  const number = typeof value === "string" ? numberIn(value) : value;
  const input = typeof number === "number" ? Math.fround((number - center) / scale) : NaN;
  return Number.isFinite(input) ? [input] : `a number: ${textOf(value)}`;
}

/** Text from a form means what it means in a file. */
function numberIn(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return parseNumber(bytes, 0, bytes.length, POINT);
}

/** One-hot. */
function encodeCategory(value: unknown, { categories, other }: CategoryEncoding): number[] | string {
  if (!isWord(value)) return `text: ${textOf(value)}`;
  const category = categories.indexOf(String(value));
  const hot = category < 0 && other !== undefined ? categories.indexOf(other) : category;
  return categories.map((_, i) => (i === hot ? 1 : 0));
}

function isWord(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
