/** Returns a text of at most `longest` characters: a longer one ends early, with `mark` as the last of them. */
export function clipText(text: string, longest: number, mark = "…"): string {
  if (text.length <= longest) return text;
  // Characters may have two UTF-16 code units, and none is cut in half. The text may be a megabyte.
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  if (characters.length <= longest) return text;
  return characters.slice(0, Math.max(longest - mark.length, 0)).join("") + mark;
}
