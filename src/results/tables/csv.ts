import { visibleText } from "../../text/visible-text.ts";

/** A cell; null is an empty one. */
export type Cell = string | number | null;

/** What spreadsheets take for the beginning of a formula. */
export const FORMULA: RegExp = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** Text that spreadsheets read as a number, also after a sign. */
export const NUMBER: RegExp = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;

/**
 * Returns rows as CSV: RFC 4180 quotes, line feeds, numbers in their shortest round-trip form. Text that a spreadsheet
 * would run begins with an apostrophe instead, as OWASP advises on "CSV Injection"; numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${csvCells(row)}\n`).join("");
}

/** Returns a row, or a part of one, as `toCsv` writes it, without its line feed. */
export function csvCells(cells: readonly Cell[]): string {
  return cells.map(cellText).join(",");
}

function cellText(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const shown = harmless(cell);
  return /[",\n\r]/.test(shown) ? quoted(shown) : shown;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function harmless(text: string): string {
  const shown = visibleText(text);
  return FORMULA.test(shown) && !NUMBER.test(shown) ? `'${shown}` : shown;
}

/** What a spreadsheet may skip before a formula, and apostrophes that were already there. */
const SKIPPED = /^'*\s*/;

/**
 * Returns rows as CSV from which every text can be restored: text that a spreadsheet would take for a formula, with
 * apostrophes before it or without, gets one more apostrophe. Everything else is written as it is.
 */
export function exactCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(exactText).join(",")}\n`).join("");
}

/** A reader may trim what is not in quotes. */
function exactText(cell: string | number): string {
  const text = isFormula(cell) ? `'${cell}` : String(cell);
  return /[",\n\r]|^\s|\s$/.test(text) ? quoted(text) : text;
}

function isFormula(cell: string | number): boolean {
  return typeof cell === "string" && FORMULA.test(cell.replace(SKIPPED, "")) && !NUMBER.test(cell);
}
