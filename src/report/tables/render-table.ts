import type { StatedValue } from "../../results/stated-value.ts";
import type { ColumnValue } from "../../spec/sweep.ts";
import { toCsv, type Cell } from "../../results/tables/csv.ts";
import { valueText } from "../../results/value-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import type { TableColumn } from "./table-column.ts";

/** What a table shows. */
export interface TableView<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
}

/** Returns a table as Markdown, its figures for people. */
export function tableMarkdown<Row>({ columns, rows }: TableView<Row>): string {
  const headings = columns.map(
    ({ heading, side }) => `${escapeMarkdown(heading)}${side === "left" ? "" : ":"}`,
  );
  const cells = rows.map((row) => columns.map(({ textOf }) => escapeMarkdown(textOf(row))));
  return `${markdownTable(headings, cells)}\n`;
}

/** Yields a table as CSV, its figures in full; lists and maps are JSON. */
export function* tableCsv<Row>({ columns, rows }: TableView<Row>): Generator<string> {
  const cellOf = (value: StatedValue | null): Cell =>
    typeof value === "number" || value === null ? value : valueText(value as ColumnValue);
  yield toCsv([columns.map(({ key }) => key)]);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    yield toCsv(some.map((row) => columns.map(({ valueOf }) => cellOf(valueOf(row)))));
  }
}

/** Rows whose text is made at once: the text of a hundred thousand rows takes too much memory. */
const ROWS_AT_ONCE = 1000;

/** Returns a row of a table as data, its figures in full. */
export function rowData<Row>({ columns }: Pick<TableView<Row>, "columns">, row: Row): object {
  return Object.fromEntries(columns.map(({ key, valueOf }) => [key, valueOf(row)]));
}
