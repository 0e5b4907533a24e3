import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import type { Alignment } from "../report/tables/table-column.ts";

/** Returns rows as aligned columns without lines, as on a terminal or in a log. */
export function plainTable(
  rows: readonly (readonly (string | number)[])[],
  alignments: readonly Alignment[],
): string {
  if (rows.length <= MOST_ROWS) return draw(rows, alignments).text;
  const widths = alignments.map((_, column) => {
    return rows.reduce((most, row) => Math.max(most, widthOf(String(row[column] ?? ""))), 0);
  });
  const pieces = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, i) =>
    rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS),
  );
  return pieces
    .map((piece) => {
      const isSimple = piece.every((row) =>
        row.every((cell) => SIMPLE.test(stripVTControlCharacters(String(cell)))),
      );
      if (!isSimple)
        return draw(
          piece,
          alignments,
          widths.map((width) => width + GAP),
        ).text;
      return piece.map((row) => simpleLine(row, alignments, widths)).join("\n");
    })
    .join("\n");
}

/** cli-table3 takes time with the square of the rows, so a long table is drawn in pieces of this many. */
const MOST_ROWS = 100;
/** Blanks behind each column. */
const GAP = 2;
/** A line whose characters are all one column wide. */
const SIMPLE = /^[ -~]*$/;

/** Returns how many columns of a terminal a cell takes; characters may be two wide, or none. */
function widthOf(cell: string): number {
  const text = stripVTControlCharacters(cell);
  return SIMPLE.test(text) ? text.length : draw([[cell]], ["left"]).widths[0]! - GAP;
}

function simpleLine(
  row: readonly (string | number)[],
  alignments: readonly Alignment[],
  widths: readonly number[],
): string {
  const cells = row.map((cell, column) => {
    const blanks = " ".repeat(widths[column]! - stripVTControlCharacters(String(cell)).length);
    return alignments[column] === "right" ? blanks + cell : cell + blanks;
  });
  return cells.join(" ".repeat(GAP)).trimEnd();
}

/** Returns rows as text, and how wide each column is. */
function draw(
  rows: readonly (readonly (string | number)[])[],
  alignments: readonly Alignment[],
  widths: readonly number[] = [],
): { text: string; widths: readonly number[] } {
  const colWidths = [...widths];
  const table = new Table({
    chars: { ...NO_LINES, middle: "" },
    style: { head: [], border: [], "padding-left": 0, "padding-right": GAP },
    colAligns: [...alignments],
    colWidths,
  });
  for (const row of rows) table.push([...row]);
  const lines = table.toString().split("\n");
  const text = lines.map((line) => line.trimEnd()).join("\n"); // a pattern would take time with the square of a long gap
  return { text, widths: (table.options as { readonly colWidths: number[] }).colWidths };
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "mid", "left", "right"].flatMap((side) => [
    [side, ""],
    ...["-mid", "-left", "-right"].map((joint) => [side + joint, ""]),
  ]),
);
