import { parse } from "csv-parse/sync";
import type { ResultFile } from "../result-files.ts";

const MOST_CELLS = 5;

/**
 * Compares committed files with regenerated ones, byte for byte, and describes what differs: the file, and in tables
 * the row, the column, the old and the new value.
 *
 * @param committed Contents by path.
 */
export function differences(
  committed: ReadonlyMap<string, string>,
  fresh: readonly Pick<ResultFile, "path" | "content">[],
): string[] {
  const expected = new Set(fresh.map(({ path }) => path));
  const stale = [...committed.keys()].filter((path) => !expected.has(path) && path !== "epochs.csv");
  return [
    ...fresh.flatMap(({ path, content }) => compareFile(path, committed.get(path), content)),
    ...stale.map((path) => `${path}: should not exist`),
  ];
}

/**
 * Compares the rows of some trials in a committed table with regenerated ones.
 *
 * @param ids Ids of the trials.
 */
export function rowDifferences(
  path: string,
  committed: string,
  fresh: string,
  ids: ReadonlySet<string>,
): string[] {
  const [before, after] = [committed, fresh].map((text) => readTable(text)?.filter(({ id }) => ids.has(id!)));
  if (!before || !after) return [`${path}: is not a table`];
  if (before.length !== after.length) {
    return [`${path}: ${before.length} rows of these trials are committed, ${after.length} are right`];
  }
  return after.flatMap((row, i) => compareRows(path, before[i]!, row));
}

function compareFile(path: string, old: string | undefined, now: string): string[] {
  if (old === now) return [];
  if (old === undefined) return [`${path}: is missing`];
  if (old.replaceAll("\r\n", "\n") === now)
    return [`${path}: git has changed its line endings; write "results/** -text" into .gitattributes`];
  return path.endsWith(".csv") ? compareTables(path, old, now) : [compareLines(path, old, now)];
}

type Row = Readonly<Record<string, string>>;

/** Names the first cells that differ: of each trial those of its first row, in epochs.csv the first differing epoch. */
function compareTables(path: string, old: string, now: string): string[] {
  const [before, after] = [readTable(old), readTable(now)];
  if (!before || !after || before.length !== after.length) return [compareLines(path, old, now)];
  const seen = new Set<string | undefined>();
  const cells = after.flatMap((row, i) => {
    const found = seen.has(row["trial"]) ? [] : compareRows(path, before[i]!, row);
    if (found.length > 0) seen.add(row["trial"]);
    return found;
  });
  const more = cells.length - MOST_CELLS;
  if (cells.length === 0) return [compareLines(path, old, now)];
  return [...cells.slice(0, MOST_CELLS), ...(more > 0 ? [`${path}: and ${more} more cells`] : [])];
}

function compareRows(path: string, before: Row, after: Row): string[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const epoch = after["epoch"] === undefined ? "" : `, epoch ${after["epoch"]}`;
  return columns
    .filter((column) => before[column] !== after[column])
    .map((column) => {
      const [old, now] = [before[column], after[column]].map((value) => value || "nothing");
      return `${path}: trial ${after["trial"]}${epoch}, ${column}: ${old} is committed, ${now} is right`;
    });
}

function readTable(text: string): Row[] | undefined {
  try {
    return parse(text, { columns: true });
  } catch {
    return undefined;
  }
}

function compareLines(path: string, old: string, now: string): string {
  const [before, after] = [old.split("\n"), now.split("\n")];
  const line = after.findIndex((text, i) => text !== before[i]);
  const at = line < 0 ? after.length : line;
  const column = firstDifference(before[at] ?? "", after[at] ?? "");
  const [was, is] = [before[at], after[at]].map((text) => clip(text, column));
  return `${path}: differs from line ${at + 1} on: ${was} is committed, ${is} is right`;
}

function firstDifference(a: string, b: string): number {
  let column = 0;
  while (column < a.length && a[column] === b[column]) column += 1;
  return column;
}

/** Returns what a line has around a column: the whole line may be very long. */
function clip(line: string | undefined, column: number): string {
  if (line === undefined) return "nothing";
  const start = column > 40 ? column - 20 : 0;
  const end = start + 77;
  return JSON.stringify(
    `${start > 0 ? "..." : ""}${line.slice(start, end)}${line.length > end ? "..." : ""}`,
  );
}
