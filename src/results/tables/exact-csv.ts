import { stringify } from "csv-stringify/sync";
import { FORMULA, NUMBER } from "./csv.ts";

/** What a spreadsheet may skip before it sees a formula, and apostrophes that were there before ours. */
const SKIPPED = /^'*\s*/;

/**
 * Returns rows as CSV from which every text can be had back as it was: where a spreadsheet would take it for a formula,
 * with apostrophes before it or without, it gets one more apostrophe; all else is written as it is.
 */
export function exactCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (isFormula(cell) ? `'${cell}` : cell)));
  return stringify(cells, { record_delimiter: "\n", quoted_match: /^\s|\s$|\r/ });
}

function isFormula(cell: string | number): boolean {
  return typeof cell === "string" && FORMULA.test(cell.replace(SKIPPED, "")) && !NUMBER.test(cell);
}
