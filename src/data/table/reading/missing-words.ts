import type { FileDialect } from "./dialect.ts";
import { numberIn } from "./parse-number.ts";
import { largestOf } from "../../../math/extremes.ts";

/** The words that mean a missing value. */
export interface MissingWords {
  /** All of them, in small letters. */
  readonly words: ReadonlySet<string>;
  /** Returns whether a cell's text says that its value is missing. */
  readonly says: (text: string) => boolean;
  /** Numbers that do, such as -999. */
  readonly numbers: ReadonlySet<number>;
}

/** Words that mean a missing value, in small letters; an empty cell does, too. */
const USUAL: readonly string[] = ["", "na", "n/a", "nan", "null", "?"];

/** Returns the words that mean a missing value: the usual ones, with some added or removed. */
export function missingWordsOf({ missingWords = [], presentWords = [] }: FileDialect): MissingWords {
  const words = new Set([...USUAL, ...missingWords.map(small)]);
  for (const word of presentWords) words.delete(small(word));
  const numbers = new Set(
    Array.from(words, (word) => numberIn(word)).filter((number) => !Number.isNaN(number)),
  );
  const longest = largestOf([...words].map((word) => word.length));
  const says = (text: string): boolean => text.length <= longest && words.has(text.toLowerCase());
  return { words, says, numbers };
}

function small(word: string | number): string {
  return String(word).trim().toLowerCase();
}
