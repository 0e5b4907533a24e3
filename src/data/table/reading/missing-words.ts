import type { Dialect } from "./dialect.ts";
import { numberIn } from "./parse-number.ts";

/** What stands for a missing value. */
export interface MissingWords {
  /** Returns whether a cell's text says that its value is missing. */
  readonly says: (text: string) => boolean;
  /** Numbers that do, such as -999. */
  readonly numbers: ReadonlySet<number>;
}

/** Words that stand for a missing value, in small letters; so does an empty cell. */
export const MISSING_WORDS: readonly string[] = ["", "na", "n/a", "nan", "null", "?"];

/** Returns what stands for a missing value: the usual words, some more, some less. */
export function missingWordsOf({ missingWords = [], presentWords = [] }: Dialect): MissingWords {
  const words = new Set([...MISSING_WORDS, ...missingWords.map(small)]);
  for (const word of presentWords) words.delete(small(word));
  const numbers = new Set([...words].map(numberIn).filter((number) => !Number.isNaN(number)));
  const longest = Math.max(...[...words].map((word) => word.length));
  const says = (text: string): boolean => text.length <= longest && words.has(text.toLowerCase());
  return { says, numbers };
}

function small(word: string | number): string {
  return String(word).trim().toLowerCase();
}
