import { lineAndColumn, type Place } from "../source-text.ts";

/**
 * Returns where something is written: `file:line:column`, the file left out if it is the reader's; for a value of
 * the command line its argument.
 */
export function placeText({ source, start, end }: Place, reader: string): string {
  if (source.file === "--set") return `--set ${source.text}`;
  const { line, column } = lineAndColumn({ source, start, end });
  return `${source.file === reader ? "" : `${source.file}:`}${line}:${column}`;
}
