import { visibleText } from "../text/visible-text.ts";

/** Returns text as one word of a POSIX shell's command line, in bytes where not all of it can be seen. */
export function shellWord(text: string): string {
  if (/^[\w./-]+$/.test(text)) return text;
  if (visibleText(text) !== text) return `"$(printf '${octal(text)}')"`;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function octal(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
