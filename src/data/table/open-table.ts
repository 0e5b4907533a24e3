import { dataPath } from "../data-path.ts";
import type { DatasetFacts } from "../dataset.ts";
import { columnRoles, type ColumnRoles } from "./column-roles.ts";
import type { Suspicion } from "./describe/suspicion.ts";
import type { TableEncoding } from "./encoding.ts";
import { dialectOf } from "./reading/dialect.ts";
import { readTable } from "./reading/read-table.ts";
import { sampleTable } from "./reading/sample-table.ts";
import type { KnownFormat } from "./reading/table-format.ts";
import type { TableFile } from "./reading/table-file.ts";
import type { DataFolder } from "../source.ts";
import type { Parts } from "../split/parts.ts";
import type { TableOptions } from "./table-options.ts";
import type { Table } from "./reading/table.ts";

/** A table in memory, and what its columns are for. */
export interface OpenTable {
  readonly table: Table;
  readonly roles: ColumnRoles;
  /** How to read its file again, to find a place. */
  readonly file: TableFile;
  readonly format: KnownFormat;
  /** What has been made of it, by the options as JSON. */
  readonly prepared: Map<string, PreparedTable>;
  /** What is odd about it, where rare categories are grouped and where not. */
  readonly suspicions: Map<boolean, readonly Suspicion[]>;
}

/** A table that is ready to become arrays. */
export interface PreparedTable {
  readonly open: OpenTable;
  /** Its rows that become examples, in the file's order. */
  readonly rows: Uint32Array;
  /** Places in `rows`. */
  readonly parts: Parts;
  readonly encoding: TableEncoding;
  readonly facts: DatasetFacts;
}

/**
 * Returns the table of a file, read only if it has changed since this command last asked for it.
 * @throws {DatasetError} If it is no table, or not with these options.
 */
export function openTable(options: TableOptions, folder: DataFolder): OpenTable {
  const { system, opened } = folder;
  const file = { ...dataPath(options, "path", "file", folder), system };
  const { name, target, targets, ignore, categories, numbers, group, splitColumn } = options;
  const columns = { target, targets, ignore, categories, numbers, group, splitColumn };
  const key = JSON.stringify(["table", file.path, file.shown, file.stamp, name, dialectOf(options), columns]);
  return opened.read(key, () => ({ content: read(file, options), bytes: file.bytes }));
}

function read(file: TableFile, options: TableOptions): OpenTable {
  const sample = sampleTable(file, { kind: options.name, ...dialectOf(options) });
  const roles = columnRoles(options, sample);
  const table = readTable(file, sample.format, roles.kinds);
  return { table, roles, file, format: sample.format, prepared: new Map(), suspicions: new Map() };
}
