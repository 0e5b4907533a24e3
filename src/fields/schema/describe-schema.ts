import { branchesOf, type Schema } from "./schema.ts";

/** Longer lists are cut: no one reads them, and the nearest word is in the hint. */
const MOST_WORDS = 25;
const SHOWN_WORDS = 8;

/**
 * Returns what a schema allows, in words: "an integer from 1 to 100000".
 *
 * @param options.narrow Returns those of the allowed words that are worth listing.
 */
export function describeSchema(
  schema: Schema,
  { narrow = (words) => words }: { narrow?: (words: readonly string[]) => readonly string[] } = {},
): string {
  const words = narrow(allowedWords(schema));
  const phrase = words.length > 1 ? `one of ${listOf(words)}` : words.join("");
  const parts = branchesOf(schema).map((branch) =>
    wordsOf(branch).length > 0 ? phrase : describeBranch(branch),
  );
  return [...new Set(parts)].join(" or ");
}

function listOf(words: readonly string[]): string {
  if (words.length <= MOST_WORDS) return words.join(", ");
  return `${words.slice(0, SHOWN_WORDS).join(", ")} and ${words.length - SHOWN_WORDS} others`;
}

/** Returns the words that a schema allows, in the schema's order. */
export function allowedWords(schema: Schema): readonly string[] {
  return branchesOf(schema).flatMap(wordsOf);
}

function wordsOf(branch: Schema): readonly string[] {
  return branch.enum ?? (branch.const === undefined ? [] : [branch.const]);
}

function describeBranch(branch: Schema): string {
  if (branch.type === "object")
    return branch.properties?.["name"]?.const === undefined ? "a map" : "a map with name and options";
  if (branch.type === "array") return describeList(branch);
  if (branch.type === "string") return (branch.pattern && branch.description) || "text";
  if (branch.type === "boolean") return "true or false";
  return describeNumber(branch);
}

function describeList({ items = {}, uniqueItems = false }: Schema): string {
  return `a list${uniqueItems ? " without repetition" : ""}, each item ${describeSchema(items)}`;
}

function describeNumber({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  const noun = type === "integer" ? "an integer" : "a finite number";
  if (exclusiveMinimum !== undefined) return `${noun} above ${exclusiveMinimum}`;
  if (minimum === undefined) return noun;
  if (exclusiveMaximum !== undefined) return `${noun} of at least ${minimum} and below ${exclusiveMaximum}`;
  return maximum === undefined ? `${noun} of at least ${minimum}` : `${noun} from ${minimum} to ${maximum}`;
}
