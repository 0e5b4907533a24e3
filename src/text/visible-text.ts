/** Control, format, line-breaking and lone surrogate characters, and code points that no text may hold. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * Returns text as one line whose every character can be seen: what could steer a terminal, turn the direction of
 * writing or break a file's format becomes U+FFFD, a tab a space.
 */
export function visibleText(text: string): string {
  return text.replaceAll("\t", " ").replace(INVISIBLE, "\u{FFFD}");
}

/** Returns text whose line breaks, with the blanks around them, are a blank each: a name in a table must not end its row. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, " ");
}
