import { clipText } from "../../text/clip-text.ts";
/**
 * Checked parts of a file from an unknown source.
 * @module
 */
import { ModelFileError } from "./model-file-error.ts";

/** A value of unknown form, and its place in the file. */
export interface Part {
  readonly path: string;
  readonly value: unknown;
}

/** Returns a member of an object. @throws {ModelFileError} If it is none. */
export function member({ path, value }: Part, key: string): Part {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw misfit({ path, value }, "an object");
  const own = Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return { path: path === "" ? key : `${path}.${key}`, value: own };
}

/** Returns the entries of a list. @throws {ModelFileError} If it is none, or empty. */
export function entries(part: Part): Part[] {
  const { path, value } = part;
  if (!Array.isArray(value) || value.length === 0) throw misfit(part, "a list that is not empty");
  return value.map((entry: unknown, i) => ({ path: `${path}.${i}`, value: entry }));
}

/** Returns a text. @throws {ModelFileError} If it is none. */
export function text(part: Part): string {
  if (typeof part.value !== "string") throw misfit(part, "text");
  return part.value;
}

/** Returns one of some words. @throws {ModelFileError} If it is none. */
export function word<Word extends string>(part: Part, words: readonly Word[]): Word {
  const found = words.find((word) => word === part.value);
  if (found === undefined) throw misfit(part, `one of ${words.join(", ")}`);
  return found;
}

/** Returns true or false. @throws {ModelFileError} If it is neither. */
export function flag(part: Part): boolean {
  if (typeof part.value !== "boolean") throw misfit(part, "true or false");
  return part.value;
}

/** Returns a finite number. @throws {ModelFileError} If it is none. */
export function number(part: Part): number {
  if (typeof part.value !== "number" || !Number.isFinite(part.value)) throw misfit(part, "a finite number");
  return part.value;
}

/** Returns a number that one may divide by. @throws {ModelFileError} If it is none. */
export function divisor(part: Part): number {
  if (number(part) === 0) throw misfit(part, "a number other than 0");
  return number(part);
}

/** Returns a whole number. @throws {ModelFileError} If it is below `least` or none. */
export function count(part: Part, least = 1): number {
  if (!Number.isSafeInteger(part.value) || (part.value as number) < least)
    throw misfit(part, `a whole number from ${least} up`);
  return part.value as number;
}

/** Returns a list of different texts. @throws {ModelFileError} If it is none. */
export function names(part: Part): string[] {
  const list = entries(part).map(text);
  if (new Set(list).size < list.length) throw misfit(part, "a list of different names");
  return list;
}

/** Returns what is there, or undefined where nothing is. */
export function optional<Value>(part: Part, read: (part: Part) => Value): Value | undefined {
  return part.value === undefined ? undefined : read(part);
}

/** Returns the error that a part is not valid. */
export function misfit({ path, value }: Part, rule: string): ModelFileError {
  return new ModelFileError(`${path || "the file"} must be ${rule} (got ${shown(value)})`);
}

/** A list or an object may be nested more deeply than the stack allows. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const json = JSON.stringify(value) ?? "nothing";
  return clipText(json, 63, "...");
}
