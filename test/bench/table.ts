import { plainTable } from "../../src/terminal/plain-table.ts";

/** A cell of a table; numbers are shown with three digits. */
export type Cell = string | number;

/** Returns rows as aligned columns: text to the left, everything behind it to the right. */
export function tableText(rows: readonly (readonly Cell[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const texts = rows.map((row) => Array.from({ length: columns }, (_, i) => cellText(row[i] ?? "")));
  return plainTable(
    texts,
    Array.from({ length: columns }, (_, i) => (i === 0 ? "left" : "right")),
  );
}

function cellText(cell: Cell): string {
  return typeof cell === "number" && !Number.isInteger(cell) ? cell.toPrecision(3) : String(cell);
}
