import { DatasetError, type DataFault } from "../dataset-error.ts";
import { faultAtCell } from "./locate-cell.ts";
import type { OpenTable } from "./open-table.ts";
import { quoted } from "./reading/read-table.ts";
import { isMissing, type TableColumn } from "./reading/table.ts";
import type { MissingRule } from "./table-options.ts";

/**
 * Returns the rows that there is something to learn from: all of them, or with the rule `drop` those that miss nothing.
 * @throws {DatasetError} For each column that misses values for which no rule is given, at the first of them.
 */
export function usableRows(open: OpenTable, missing: MissingRule): Uint32Array {
  const { table, roles } = open;
  const columnAt = (place: number) => table.columns.find(({ name }) => name === table.names[place])!;
  const filled = missing === "error" || missing === "drop" ? [] : roles.inputs;
  const needed = [...roles.inputs, ...roles.targets, ...[roles.group ?? [], roles.split ?? []].flat()]
    .filter((place) => !filled.includes(place))
    .map(columnAt);
  const rows = new Uint32Array(table.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  const lacking = needed.filter(({ values }) => values.missing > 0);
  if (missing === "drop") return rows.filter((row) => !lacking.some((column) => isMissing(column, row)));
  const faults = lacking.flatMap((column) => missingFault(open, column, rows));
  if (faults.length > 0) throw new DatasetError(faults);
  return rows;
}

function missingFault(open: OpenTable, column: TableColumn, rows: Uint32Array): DataFault[] {
  const missing = rows.filter((row) => isMissing(column, row));
  const [first] = missing;
  if (first === undefined) return [];
  const isInput = open.roles.inputs.includes(open.table.names.indexOf(column.name));
  const rest = missing.length > 1 ? `, the first of ${missing.length}` : "";
  const rule = isInput ? "missing values need a rule" : "no value of it may be missing";
  const message = `Cannot use column ${quoted(column.name)} as ${rule}: none here${rest}`;
  const hint = isInput
    ? "Write missing: median, mean, mostFrequent or drop (leaves out the row), or name the column below ignore"
    : "Write missing: drop to leave out such rows";
  return [faultAtCell(open, { row: first, column: column.name }, { message, hint })];
}
