import { visibleText } from "./visible-text.ts";

/** Returns text as one word of a shell's command line; as bytes, as POSIX has it since 2024, where not all can be seen. */
export function shellWord(text: string): string {
  if (/^[\w./-]+$/.test(text)) return text;
  if (visibleText(text) !== text) return `$'${octal(text)}'`;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function octal(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
