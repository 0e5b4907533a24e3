import type { CategoryEncoding } from "./encoding.ts";
import { numberIn } from "./reading/parse-number.ts";

/** Returns the place of the category that a text counts as, or -1 if it counts as none. */
export type CategoryFinder = (text: string) => number;

/** What a text means, as one text for all of its spellings. */
type Meaning = (text: string) => string | undefined;

/** Pairs of words for yes and no, in lower case, numbers as JavaScript writes them. */
export const BOOLEANS = [
  ["true", "false"],
  ["1", "0"],
  ["yes", "no"],
  ["y", "n"],
  ["t", "f"],
  ["on", "off"],
] as const;
/** True and 1 mean yes in every column; "y" means it only beside "n". */
const UNIVERSAL = BOOLEANS.slice(0, 2);

/**
 * Returns what finds a text among the categories of a column: the same text; else, where the categories are a pair of
 * booleans, or all numbers, the one with the same meaning: "True" for "true", "1.0" for "1"; else `other`.
 */
export function categoryFinder({ categories, other }: CategoryEncoding): CategoryFinder {
  const places = new Map(categories.map((category, place) => [category, place]));
  const known = categories.filter((category) => category !== other);
  const meaning = booleanMeaning(known) ?? numberMeaning(known);
  const byMeaning = new Map(meaning && known.map((category) => [meaning(category), places.get(category)]));
  const rest = other === undefined ? -1 : places.get(other)!;
  return (text) => {
    const word = text.trim();
    return places.get(text) ?? places.get(word) ?? byMeaning.get(meaning?.(word)) ?? rest;
  };
}

/** Returns the meaning of texts beside two booleans. */
function booleanMeaning(known: readonly string[]): Meaning | undefined {
  const words = known.map(plain);
  const pair = BOOLEANS.find((pair) => words.length === 2 && pair.every((word) => words.includes(word)));
  if (!pair) return undefined;
  const pairs = [pair, ...UNIVERSAL];
  return (text) => {
    const word = plain(text);
    if (pairs.some(([yes]) => yes === word)) return "yes";
    return pairs.some(([, no]) => no === word) ? "no" : undefined;
  };
}

/** Returns the meaning of texts beside different numbers. */
function numberMeaning(known: readonly string[]): Meaning | undefined {
  const numbers = new Set(known.map((text) => numberIn(text)));
  if (numbers.has(NaN) || numbers.size < known.length) return undefined;
  return plain;
}

/** Returns numbers as JavaScript writes them, and words in lower case. */
function plain(text: string): string {
  const number = numberIn(text);
  return Number.isNaN(number) ? text.toLowerCase() : String(number);
}
