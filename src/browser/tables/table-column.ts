/** A column of a table whose rows are of one kind. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly heading: string;
  readonly isNumeric: boolean;
  readonly textOf: (row: Row) => string;
  /** What decides the order; null comes last either way. */
  readonly orderOf: (row: Row) => number | string | null;
}
