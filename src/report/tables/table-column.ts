import type { StatedValue } from "../../results/stated-value.ts";

/** A cell's side in its column. */
export type Alignment = "left" | "right";

/** A column of a table about settings or trials. */
export interface TableColumn<Row> {
  /** The name for programs, and for users who choose columns. */
  readonly key: string;
  readonly heading: string;
  /** Default: right. */
  readonly side?: Alignment;
  /** The column is left out on a narrow screen, the first one first. */
  readonly isMinor?: boolean;
  /** Cells contain a spec's values, which may be long. */
  readonly isAxis?: boolean;
  /** For people: rounded, with its interval where it has one; "" or "-" for no value. */
  readonly textOf: (row: Row) => string;
  /** For programs: in full; null for no value. */
  readonly valueOf: (row: Row) => StatedValue | null;
}
