import { lineAndColumn, type Place } from "./source-text.ts";

/**
 * Returns where something is written: `file:line:column`, the file left out if it is the reader's; for a value of
 * the command line its argument.
 */
export function placeText({ source, start, end }: Place, reader: string): string {
  if (source.file === "--set") return `--set ${source.text}`;
  const { line, column } = lineAndColumn({ source, start, end });
  return `${source.file === reader ? "" : `${source.file}:`}${line}:${column}`;
}

/** Returns the same without the column: `line 3`, or `file:3` in another file than the reader's. */
export function lineText(place: Place, reader: string): string {
  const { file } = place.source;
  if (file === "--set") return placeText(place, reader);
  const { line } = lineAndColumn(place);
  return file === reader ? `line ${line}` : `${file}:${line}`;
}
