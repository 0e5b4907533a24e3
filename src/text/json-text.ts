/**
 * Returns a value as JSON that is plain text wherever it is shown: characters that cannot be seen are escaped, and so
 * is `##[`, which begins a command in a workflow's log. It parses to what JSON.stringify's parses to.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replaceAll("##[", String.raw`#\u0023[`)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu, (character) =>
      character === "\n" ? character : escaped(character),
    );
}

/** Beyond the first plane a character is two code units. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
