import { parse } from "csv-parse/sync";
import { GridientError } from "../../errors.ts";

/** A row of a table of results, its cells by column. */
export type TableRow = Readonly<Record<string, string>>;

/**
 * Returns the rows of a table of results.
 * @throws {GridientError} E_USAGE if the text is not a table.
 */
export function tableRows(name: string, text: string): TableRow[] {
  const rows: TableRow[] = [];
  eachRow(name, text, (row) => rows.push(row));
  return rows;
}

/**
 * Reads the rows of a table of results one by one: all at once would take many times the memory of the text.
 * @throws {GridientError} E_USAGE if the text is not a table; what `read` throws.
 */
export function eachRow(name: string, text: string, read: (row: TableRow) => void): void {
  const take = (row: TableRow): null => {
    read(row);
    return null; // the parser keeps nothing
  };
  try {
    parse(text, { columns: true, relax_quotes: false, on_record: take });
  } catch (cause) {
    if (cause instanceof GridientError) throw cause;
    throw refusal(`${name} is not a table: ${(cause as Error).message}`);
  }
}

/**
 * Returns a cell that holds a number; null for an empty one.
 * @throws {GridientError} E_USAGE if it holds something else.
 */
export function numberIn(row: TableRow, column: string, name: string): number | null {
  const cell = row[column] ?? "";
  if (cell === "") return null;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  throw refusal(`${column} must be a number in every row of ${name} (got ${JSON.stringify(cell)})`);
}

/**
 * Returns a cell that holds a number.
 * @throws {GridientError} E_USAGE if it holds nothing, or something else.
 */
export function countIn(row: TableRow, column: string, name: string): number {
  const value = numberIn(row, column, name);
  if (value !== null && Number.isSafeInteger(value) && value >= 0) return value;
  const found = JSON.stringify(row[column] ?? "");
  throw refusal(`${column} must be a non-negative integer in every row of ${name} (got ${found})`);
}

function refusal(message: string): GridientError {
  return new GridientError("E_USAGE", message, {
    hint: "Run the experiment again, or gridient report, to write its results again",
  });
}
