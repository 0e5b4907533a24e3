/** A time of day alone. */
export const TIMES = "times without a date";

/** Dates that cannot be read, and what they are. */
const UNREAD: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/iu, TIMES],
  [/^\d{1,2}([-/.])\d{1,2}\1\d{2}(?:$|[\sT])/u, "dates with years of two digits"],
  [/^\d{1,2}[-/.\s]+\p{L}{3,10}[-/.,\s]+'?\d{2}(?:$|[\sT])/u, "dates with years of two digits"],
  [
    /^\d{1,2}\.?[-/.\s]+(?:de\s+)?\p{L}{3,12}\.?[-/,\s]+(?:de\s+)?\d{4}(?:$|[\sT])/u,
    "dates with names of months that are not English",
  ],
  [/^(?:\p{L}{3,12}\.?[-/,\s]+\d{4}|\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4})$/u, "dates without a day"],
];

/** Returns which dates texts are that cannot be read as such, if they look like dates all but a few of them. */
export function unreadDates(texts: readonly string[]): string | undefined {
  const found = UNREAD.find(
    ([pattern]) => texts.filter((text) => pattern.test(text.trim())).length >= texts.length * 0.9,
  );
  return texts.length > 0 ? found?.[1] : undefined;
}
