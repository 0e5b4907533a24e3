import { stringify } from "csv-stringify/sync";

/** A cell; null is an empty one. */
export type Cell = string | number | null;

/** Returns rows as CSV: RFC 4180 quotes, line feeds, numbers in their shortest round-trip form. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows], { record_delimiter: "\n", quoted_match: /[\r\n]/ });
}
