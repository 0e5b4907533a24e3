import type { FileDialect } from "./dialect.ts";
import { numberIn } from "./parse-number.ts";

/** What stands for a missing value. */
export interface MissingWords {
  /** All of them, in small letters. */
  readonly words: ReadonlySet<string>;
  /** Returns whether a cell's text says that its value is missing. */
  readonly says: (text: string) => boolean;
  /** Numbers that do, such as -999. */
  readonly numbers: ReadonlySet<number>;
}

/** Words that stand for a missing value, in small letters; so does an empty cell. */
const USUAL: readonly string[] = ["", "na", "n/a", "nan", "null", "?"];

/** Returns what stands for a missing value: the usual words, some more, some less. */
export function missingWordsOf({ missingWords = [], presentWords = [] }: FileDialect): MissingWords {
  const words = new Set([...USUAL, ...missingWords.map(small)]);
  for (const word of presentWords) words.delete(small(word));
  const numbers = new Set(
    Array.from(words, (word) => numberIn(word)).filter((number) => !Number.isNaN(number)),
  );
  const longest = Math.max(...[...words].map((word) => word.length));
  const says = (text: string): boolean => text.length <= longest && words.has(text.toLowerCase());
  return { words, says, numbers };
}

function small(word: string | number): string {
  return String(word).trim().toLowerCase();
}
