import type { KnownFormat } from "../reading/table-format.ts";
import type { Table, TableColumn } from "../reading/table.ts";
import type { ColumnFacts } from "./column-facts.ts";

/** A column to be judged. */
export interface Subject {
  readonly column: TableColumn;
  readonly facts: ColumnFacts;
  readonly table: Table;
  readonly format: KnownFormat;
}
