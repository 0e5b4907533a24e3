import { groupBy } from "../group-by.ts";
import type { BoardFiles } from "../reading/read-board.ts";
import { parseSummary } from "../reading/summary-file.ts";
import { tableRows, type TableRow } from "../reading/table-rows.ts";

/** A place where committed files of results disagree. */
export interface FileDifference {
  /** `trials.csv`; `before: epochs.csv` where a table contradicts another one of its own folder. */
  readonly file: string;
  /** "trial 3, epoch 2, testLoss". */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** Differences of a file that are listed: a changed file differs in one place, or nearly everywhere. */
const MOST = 10;
/** Columns that depend on the other rows of the table. */
const POSITIONS: ReadonlySet<string> = new Set(["trial", "configuration"]);
/** By rounding alone. */
const TOLERANCE = 1e-9;

type Table = "trials" | "epochs" | "confirm";

/**
 * Returns where the committed files of two folders differ: in cells of trials that both have
 * under one id, and in summary.json where both have the same tables. Also lists tables that contradict another table of their own folder.
 */
export function compareFiles(before: BoardFiles, after: BoardFiles): FileDifference[] {
  const tables = (["trials", "epochs", "confirm"] as const).map((table) =>
    compareTables(table, before, after),
  );
  const haveSameTables = tables.every((found) => found.length === 0) && before.trials === after.trials;
  return [
    ...tables.flatMap((found) => found.slice(0, MOST)),
    ...(haveSameTables ? compareLines(before.summary, after.summary) : []),
    ...contradictions(before, "before: "),
    ...contradictions(after, "after: "),
  ];
}

function compareTables(table: Table, before: BoardFiles, after: BoardFiles): FileDifference[] {
  const file = `${table}.csv`;
  const [old, now] = [before[table], after[table]];
  if (old === now) return [];
  if (old === undefined || now === undefined) {
    const [was, is] = [old, now].map((text) => (text === undefined ? "absent" : "there"));
    return [{ file, place: "the file", before: was!, after: is! }];
  }
  const former = new Map(tableRows(file, old).map((row) => [keyOf(row), row]));
  return tableRows(file, now).flatMap((row) => {
    const other = former.get(keyOf(row));
    return other ? compareRows(file, other, row) : [];
  });
}

function keyOf({ id, epoch = "" }: TableRow): string {
  return `${id} ${epoch}`;
}

/** A column that only one of them has is not a difference: a metric may have been added. */
function compareRows(file: string, before: TableRow, after: TableRow): FileDifference[] {
  const columns = Object.keys(after).filter((column) => column in before && !POSITIONS.has(column));
  return columns.flatMap((column) => {
    const [was, is] = [before[column]!, after[column]!];
    return was === is ? [] : [differenceAt(file, `${placeOf(after)}, ${column}`, [was, is])];
  });
}

function placeOf({ trial, epoch }: TableRow): string {
  return `trial ${trial}${epoch === undefined ? "" : `, epoch ${epoch}`}`;
}

function differenceAt(
  file: string,
  place: string,
  [before, after]: readonly [string, string],
): FileDifference {
  return { file, place, before: before || "empty", after: after || "empty" };
}

function compareLines(before: string, after: string): FileDifference[] {
  if (before === after) return [];
  const [old, now] = [before.split("\n"), after.split("\n")];
  const at = now.findIndex((line, i) => line !== old[i]);
  const line = at < 0 ? now.length : at;
  const textAt = (lines: readonly string[]): string => (lines[line] ?? "").trim();
  return [differenceAt("summary.json", `line ${line + 1}`, [textAt(old), textAt(now)])];
}

/**
 * Returns where the files of one folder contradict each other: trials.csv has what epochs.csv has at a trial's last epoch,
 * and summary.json the mean of that.
 *
 * @param side What the files are called: `before: `.
 */
export function contradictions({ trials, epochs, summary }: BoardFiles, side = ""): FileDifference[] {
  if (epochs === undefined) return [];
  const last = new Map(tableRows("epochs.csv", epochs).map((row) => [row["id"], row]));
  const rows = tableRows("trials.csv", trials).filter(({ status }) => status !== "diverged");
  const found = rows.flatMap((row) => {
    const end = last.get(row["id"]);
    return end ? compareRows(`${side}epochs.csv and trials.csv`, end, row) : [];
  });
  return [...found.slice(0, MOST), ...meanContradictions(side, rows, summary)];
}

/** summary.json has the mean of each metric at the last epoch of the trials that have one. */
function meanContradictions(side: string, rows: readonly TableRow[], summary: string): FileDifference[] {
  const byConfiguration = groupBy(rows, ({ configuration }) => configuration);
  return parseSummary(summary).configurations.flatMap(({ index, metrics }) => {
    const own = byConfiguration.get(String(index)) ?? [];
    return metrics.flatMap(({ name, mean: stated }) => {
      const values = own.map((row) => row[name] ?? "").filter((cell) => cell !== "");
      if (values.length === 0 || stated === null) return [];
      const mean = values.reduce((sum, cell) => sum + Number(cell), 0) / values.length;
      if (Math.abs(mean - stated) <= TOLERANCE * Math.max(1, Math.abs(mean))) return [];
      const place = `configuration ${index}, mean ${name}`;
      return [differenceAt(`${side}trials.csv and summary.json`, place, [String(mean), String(stated)])];
    });
  });
}
