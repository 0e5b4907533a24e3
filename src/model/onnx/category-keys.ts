import type { CategoryEncoding } from "../../data/table/encoding.ts";
import { BOOLEANS, categoryFinder } from "../../data/table/find-category.ts";
import { numberIn } from "../../data/table/reading/parse-number.ts";
import type { FileDialect } from "../../data/table/reading/dialect.ts";
import { missingWordsOf } from "../../data/table/reading/missing-words.ts";

/** Decimals with which numbers are usually spelled: 1, 1.0, 1.00 and 1.000 mean the same. */
const DECIMALS = [0, 1, 2, 3];

/**
 * Returns the texts that ONNX knows in a column, each with the place of its category: a graph can but compare texts. They
 * are the categories, every spelling of a boolean or of a missing value that `predict` knows, and the usual ones of numbers.
 */
export function categoryKeys(encoding: CategoryEncoding, dialect: FileDialect): Map<string, number> {
  const { categories, missing, other } = encoding;
  const find = categoryFinder(encoding);
  const words = BOOLEANS.flat();
  const spellings = [...words.flatMap(casesOf), ...[...words, ...categories].flatMap(decimalsOf)];
  const keys = new Map(categories.map((category, place) => [category, place]));
  for (const text of spellings) {
    const place = find(text);
    if (place >= 0 && categories[place] !== other) keys.set(text, place);
  }
  if (missing !== undefined)
    for (const word of missingWordsOf(dialect).words)
      for (const text of casesOf(word)) keys.set(text, categories.indexOf(missing));
  return keys;
}

/** Letters of a word that is still listed with each of them small or large: 32 words. */
const MOST_LETTERS = 5;

/** Returns a word with each of its letters small or large: na, Na, nA, NA; of a long one the usual three. */
function casesOf(word: string): string[] {
  const small = word.toLowerCase();
  if (small.length > MOST_LETTERS)
    return [small, small.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)];
  return Array.from(word).reduce(
    (starts, letter) => {
      const cases = new Set([letter.toLowerCase(), letter.toUpperCase()]);
      return starts.flatMap((start) => [...cases].map((one) => start + one));
    },
    [""],
  );
}

function decimalsOf(text: string): string[] {
  const number = numberIn(text);
  if (Number.isNaN(number)) return [];
  const spellings = DECIMALS.map((decimals) => number.toFixed(decimals));
  return [String(number), ...spellings].filter((spelling) => numberIn(spelling) === number);
}
