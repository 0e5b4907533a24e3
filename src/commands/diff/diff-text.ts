import { plainTable } from "../../report/terminal/plain-table.ts";
import { changeRows, countRows, diffLists, type Rows } from "./diff-tables.ts";
import type { Difference } from "./difference.ts";

/** Returns a difference for people. @param titles The two sides. */
export function diffText(difference: Difference, [before, after]: readonly [string, string]): string {
  const lists = diffLists(difference).map(({ title, rows, more }) => {
    return [title.toLowerCase(), table(rows), ...(more > 0 ? [`... and ${more} more`] : [])].join("\n");
  });
  const parts = [
    `${before} -> ${after}`,
    table(countRows(difference)),
    table(changeRows(difference)),
    ...lists,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function table(rows: Rows): string {
  return rows.length === 0
    ? ""
    : plainTable(
        rows,
        rows[0]!.map((_, i) => (i === 0 && rows[0]![0] === "" ? "left" : "right")),
      );
}
