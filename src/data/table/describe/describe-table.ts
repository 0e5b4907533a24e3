import { DatasetError } from "../../dataset-error.ts";
import { kindOf } from "../reading/column-kinds.ts";
import { readTable } from "../reading/read-table.ts";
import { sampleTable } from "../reading/sample-table.ts";
import type { Table } from "../reading/table.ts";
import type { TableFile } from "../reading/table-file.ts";
import type { TableFormat } from "../reading/table-format.ts";
import { suspectNames } from "./suspect-names.ts";
import { describeColumn, type ColumnDescription } from "./describe-column.ts";
import { findSuspects } from "./find-suspects.ts";
import { suspectRepeats } from "./count-repeats.ts";
import type { Suspicion } from "./suspicion.ts";
import { unknownColumn } from "../column-roles.ts";

/** What a data file contains, as `data describe` shows it. */
export interface TableDescription {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly target: string | null;
  readonly columns: readonly ColumnDescription[];
  /** What may keep a network from learning, or make it learn too well. */
  readonly suspicions: readonly Suspicion[];
}

/**
 * Describes a data file.
 * @param target The column to predict, if that is known.
 * @throws {DatasetError} If the file is no table, or has no such column.
 */
export function describeTable(
  file: TableFile,
  format: TableFormat,
  target: string | undefined,
): TableDescription {
  const sample = sampleTable(file, format);
  requireColumns(format, sample.format.columns);
  const kinds = sample.format.columns.map((_, cell) => kindOf(cell, sample));
  const table = readTable(file, sample.format, kinds, { isTolerant: true });
  if (target !== undefined && !table.names.includes(target)) throw noSuchColumn(target, table);
  const columns = table.columns.map((column) => describeColumn(column, table.rows));
  const purpose = { targets: target === undefined ? [] : [target], inputs: table.names, groupsRare: false };
  const suspicions = [
    ...suspectNames(sample.format),
    ...findSuspects(table, sample.format, purpose),
    ...suspectRepeats(table),
  ];
  return {
    file: file.shown,
    sha256: table.sha256,
    rows: table.rows,
    target: target ?? null,
    columns,
    suspicions,
  };
}

/** @throws {DatasetError} If an option names a column that is not in the file. */
function requireColumns(format: TableFormat, columns: readonly string[]): void {
  const known = new Set(columns.map((name) => name.trim()));
  for (const option of ["decimalComma", "thousands", "units", "dates"] as const) {
    const absent = format[option]?.find((name) => !known.has(name.trim()));
    if (absent === undefined) continue;
    throw new DatasetError([{ option, ...unknownColumn(option, absent, columns) }]);
  }
}

function noSuchColumn(target: string, { names }: Table): DatasetError {
  return new DatasetError([{ option: "target", ...unknownColumn("target", target, names) }]);
}
