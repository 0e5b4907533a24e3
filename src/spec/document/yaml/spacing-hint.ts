/** Blanks that look like one and that YAML takes for letters: no-break and other wide spaces, and marks without width. */
const ODD_BLANK = /[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/;
const NO_BLANK = /^\s*(?:- )?\s*([A-Za-z_][\w.]*):(?=[^\s/\\:])(.*)$/;

/** Returns a text without such blanks. */
export function withoutOddBlanks(text: string): string {
  return text.replaceAll(new RegExp(ODD_BLANK, "g"), "");
}

/** Returns what to do about a line, or a part of one, in which a blank is missing behind a colon, or is no blank to YAML. */
export function spacingHint(text: string): string | undefined {
  if (ODD_BLANK.test(text)) return "Replace the no-break space, which looks like a blank, by a blank";
  const [, field, equals] = /^\s*([A-Za-z][\w.]*) *= *(\S.*)$/.exec(text) ?? [];
  if (field !== undefined) return `Write ${field}: ${equals!.trim()}, with a colon and a blank`;
  const [, key, value] = NO_BLANK.exec(text) ?? [];
  return key === undefined ? undefined : `Write ${key}: ${value!.trim()}, with a blank behind the colon`;
}
