import { utf8Text } from "../../../text/utf8.ts";
import type { Delimiter } from "./dialect.ts";
import { DELIMITERS } from "./table-format.ts";

/** What the beginning of a CSV file says about all of it. */
export interface CsvStart {
  readonly delimiter: number;
  /** Lines at the top that are no rows. */
  readonly skippedLines: number;
}

/** Lines by which a beginning is judged. */
const MOST_LINES = 100;
const [QUOTE, TAB] = [0x22, DELIMITERS.tab];
/** Excel's own way to name the delimiter. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/;
const NUMBER = /^[-+]?\d*[.,]?\d+(e[-+]?\d+)?$/i;

/** Returns how a CSV file begins, as far as its options leave that open. */
export function csvStart(
  start: Uint8Array,
  { delimiter, comment }: { readonly delimiter: Delimiter; readonly comment: string },
): CsvStart {
  const lines = firstLines(start);
  const separator = SEPARATOR_LINE.exec(lines[0] ?? "")?.[1];
  const named = delimiter === "auto" ? separator : undefined;
  const first = separator === undefined ? 0 : 1;
  const skippedLines = first + (comment === "auto" ? commentLines(lines.slice(first)) : 0);
  const rows = lines
    .slice(skippedLines)
    .filter((line) => line.trim() !== "" && (comment === "auto" || !line.startsWith(comment)));
  if (named !== undefined) return { delimiter: named.charCodeAt(0), skippedLines };
  return { delimiter: delimiter === "auto" ? commonest(rows) : DELIMITERS[delimiter], skippedLines };
}

/** Returns the first lines of a file, of those that are whole; a quote may hold several of them. */
function firstLines(start: Uint8Array): string[] {
  const text = utf8Text(start, 0, Math.min(start.length, 1 << 18));
  const lines = text.split("\n", MOST_LINES + 1).map((line) => line.replace(/\r$/, ""));
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}

/** Returns how many lines at the top are comments: they begin with #, and the last of them is not the row of names. */
function commentLines(lines: readonly string[]): number {
  const count = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (count <= 0) return 0;
  const last = lines.slice(0, count).findLastIndex((line) => line.startsWith("#"));
  return namesColumns(lines, last) ? last : count;
}

/** Returns whether a line that begins with # names the columns: as many cells as the next one, which is an example. */
function namesColumns(lines: readonly string[], line: number): boolean {
  const [names = "", next = "", after] = lines.slice(line).filter((text) => text.trim() !== "");
  const delimiter = commonest([next]);
  const cellsIn = (text: string) => cellsOf(text, delimiter);
  if (cellsIn(names).length !== cellsIn(next).length || cellsIn(next).length === 1) return false;
  const hasNumber = (text: string) => cellsIn(text).some((cell) => NUMBER.test(cell.replaceAll('"', "")));
  return !hasNumber(names) && (hasNumber(next) || !hasNumber(after ?? ""));
}

/** Returns the byte that the first row has most of outside of quotes; blanks if it has none and they part all rows alike. */
function commonest(rows: readonly string[]): number {
  const [first = ""] = rows;
  const counts = new Map<number, number>();
  for (const [name, byte] of Object.entries(DELIMITERS))
    if (name !== "space") counts.set(byte, cellsOf(first, byte).length - 1);
  const [most, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return count === 0 && areParted(rows) ? DELIMITERS.space : most;
}

/** Whether blanks part rows into equally many cells, two at least; R leaves out the name of the first one. */
function areParted(rows: readonly string[]): boolean {
  const [names, ...sizes] = rows.map((row) => cellsOf(row, DELIMITERS.space).length);
  const [size] = sizes;
  if (size === undefined || size < 2 || (names !== size && names !== size - 1)) return false;
  return sizes.every((other) => other === size);
}

/** Returns the cells of a line. */
function cellsOf(line: string, delimiter: number): string[] {
  const hasBlanks = delimiter === DELIMITERS.space;
  const text = hasBlanks ? line.trim() : line;
  const cells: string[] = [];
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    if (isQuoted || !(code === delimiter || (hasBlanks && code === TAB))) continue;
    if (!hasBlanks || at > start) cells.push(text.slice(start, at));
    start = at + 1;
  }
  return [...cells, text.slice(start)];
}
