import { dataPath } from "../data-path.ts";
import { columnRoles, type ColumnRoles } from "./column-roles.ts";
import { dialectOf } from "./reading/dialect.ts";
import { readTable } from "./reading/read-table.ts";
import { sampleTable } from "./reading/sample-table.ts";
import type { KnownFormat } from "./reading/table-format.ts";
import type { TableFile } from "./reading/table-file.ts";
import type { TableOptions } from "./table-options.ts";
import type { Table } from "./reading/table.ts";

/** A table in memory, and what its columns are for. */
export interface OpenTable {
  readonly table: Table;
  readonly roles: ColumnRoles;
  /** With which its file can be read again, to tell a place. */
  readonly file: TableFile;
  readonly format: KnownFormat;
}

/** Bytes of files that are kept in memory as tables, beside the one that was opened last. */
const MOST_KEPT_BYTES = 1 << 28;

/** Tables by file, its state, and how it was read; the one that was opened last comes last. */
const kept = new Map<string, { readonly open: OpenTable; readonly bytes: number }>();

/**
 * Returns the table of a file, read only if it has changed since it was last asked for.
 * @throws {DatasetError} If it is no table, or not with these options.
 */
export function openTable(options: TableOptions): OpenTable {
  const file = dataPath(options, "path", "file");
  const { name, target, targets, ignore, categories, numbers, group, splitColumn } = options;
  const columns = { target, targets, ignore, categories, numbers, group, splitColumn };
  const key = JSON.stringify([file.path, file.shown, file.stamp, name, dialectOf(options), columns]);
  const known = kept.get(key);
  const open = known?.open ?? read(file, options);
  keep(key, known ?? { open, bytes: Number(file.stamp.split("/")[2]) });
  return open;
}

function read(file: TableFile, options: TableOptions): OpenTable {
  const sample = sampleTable(file, { kind: options.name, ...dialectOf(options) });
  const roles = columnRoles(options, sample);
  return { table: readTable(file, sample.format, roles.kinds), roles, file, format: sample.format };
}

function keep(key: string, entry: { readonly open: OpenTable; readonly bytes: number }): void {
  kept.delete(key);
  let bytes = 0;
  for (const other of kept.values()) bytes += other.bytes;
  for (const [oldest, other] of kept) {
    if (bytes <= MOST_KEPT_BYTES) break;
    kept.delete(oldest);
    bytes -= other.bytes;
  }
  kept.set(key, entry);
}
