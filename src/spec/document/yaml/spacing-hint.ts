/** Characters that look like a space and that YAML reads as letters: no-break and other wide spaces, and marks without width. */
const ODD_BLANK = /[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/;
const NO_BLANK = /^\s*(?:- )?\s*([A-Za-z_][\w.]*):(?=[^\s/\\:])(.*)$/;

/** Returns a text without such characters. */
export function withoutOddBlanks(text: string): string {
  return text.replaceAll(new RegExp(ODD_BLANK, "g"), "");
}

/** Returns what to do about a line, or a part of one, in which the space after a colon is missing, or is no space to YAML. */
export function spacingHint(text: string): string | undefined {
  if (ODD_BLANK.test(text)) return "Replace the no-break space by a space: they look alike";
  const [, field, equals] = /^\s*([A-Za-z][\w.]*) *= *(\S.*)$/.exec(text) ?? [];
  if (field !== undefined) return `Write ${field}: ${equals!.trim()}, with a colon and a space`;
  const [, key, value] = NO_BLANK.exec(text) ?? [];
  return key === undefined ? undefined : `Write ${key}: ${value!.trim()}, with a space after the colon`;
}
