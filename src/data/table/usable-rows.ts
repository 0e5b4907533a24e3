import { DatasetError, type DataFault } from "../dataset-error.ts";
import { faultAtCell } from "./locate-cell.ts";
import type { OpenTable } from "./open-table.ts";
import { quoted } from "./reading/read-table.ts";
import { isMissing, type TableColumn } from "./reading/table.ts";
import { missingRuleOf } from "./missing-rule-of.ts";
import type { TableOptions } from "./table-options.ts";
import { statement } from "../../statement.ts";

/**
 * Returns the rows to learn from: all of them, but for those with a missing value that the options do not replace, where
 * they say that such rows are left out.
 * @throws {DatasetError} For each column with missing values and without a rule for them, at the first of them.
 */
export function usableRows(open: OpenTable, options: TableOptions): Uint32Array {
  const { table, roles } = open;
  const needed = [...roles.inputs, ...roles.targets, ...[roles.group ?? [], roles.split ?? []].flat()];
  const incomplete = needed.flatMap((place) => {
    const column = table.columns.find(({ name }) => name === table.names[place])!;
    if (column.values.missing === 0) return [];
    const rule = missingRuleOf(options, column.name);
    return rule === "drop" || rule === "error" || !roles.inputs.includes(place) ? [{ column, rule }] : [];
  });
  const dropping = incomplete.filter(({ rule }) => rule === "drop").map(({ column }) => column);
  const all = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const rows =
    dropping.length === 0 ? all : all.filter((row) => !dropping.some((column) => isMissing(column, row)));
  const faults = incomplete.flatMap(({ column, rule }) =>
    rule === "drop" ? [] : missingFault(open, column, rows),
  );
  if (faults.length > 0) throw new DatasetError(faults);
  return rows;
}

function missingFault(open: OpenTable, column: TableColumn, rows: Uint32Array): DataFault[] {
  const missing = rows.filter((row) => isMissing(column, row));
  const [first] = missing;
  if (first === undefined) return [];
  const isInput = open.roles.inputs.includes(open.table.names.indexOf(column.name));
  const rest = missing.length > 1 ? `, the first of ${missing.length}` : "";
  const message = `Column ${quoted(column.name)} has no value here${rest}`;
  const hint = isInput
    ? "Write missing: median, mean, mostFrequent or drop (leaves out the row), or name the column below ignore"
    : `Write dropWithout: [${column.name}] to leave out such rows`;
  return [faultAtCell(open, { row: first, column: column.name }, statement("missing-cell", message, hint))];
}
