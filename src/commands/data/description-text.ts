import type { ColumnDescription } from "../../data/table/describe/describe-column.ts";
import type { TableDescription } from "../../data/table/describe/describe-table.ts";
import { ASCII } from "../../terminal/glyphs.ts";
import { fitTable } from "../../terminal/fit-table.ts";
import type { Screen } from "../../terminal/screen.ts";
import { digits } from "../../results/figure-text.ts";
import { visibleText } from "../../text/visible-text.ts";
import { largestOf } from "../../math/extremes.ts";

/** Names of categories that a line shows. */
const MOST_SHOWN = 3;

/** Returns a description of a table: a line for each column, and the suspicions below. */
export function descriptionText(description: TableDescription, screen: Screen): string {
  const { file, rows, columns, suspicions, target, sha256 } = description;
  const cells = (of: (column: ColumnDescription) => string): string[] => columns.map(of);
  const table = fitTable(
    [
      { heading: "column", cells: cells(({ name }) => visibleText(name)), side: "left", tooLong: "cut" },
      { heading: "type", cells: cells(typeText), side: "left" },
      {
        heading: "missing",
        cells: cells(({ missing }) => (missing === 0 ? "" : String(missing))),
        side: "right",
      },
      { heading: "different", cells: cells(differentText), side: "right", dispensable: 1 },
      { heading: "values", cells: cells(valuesText), side: "left", tooLong: "cut" },
      { heading: "median", cells: cells(medianText), side: "right", dispensable: 0 },
      { heading: "histogram", cells: cells((column) => histogramText(column, screen)), side: "left" },
    ],
    screen,
  );
  const odd = suspicions.map(({ column, message }) => {
    const about = column === null ? "" : `${visibleText(column)}: `;
    return screen.paint.yellow(`! ${about}${visibleText(message)}`);
  });
  const unknown =
    target === null ? [screen.paint.dim("--target COLUMN also looks for leaks and small classes")] : [];
  const heading = `${visibleText(file)}: ${rows} rows, ${columns.length} columns, SHA-256 ${sha256.slice(0, 12)}`;
  return `${[heading, "", table, ...(odd.length > 0 ? ["", ...odd] : []), ...unknown].join("\n")}\n`;
}

function typeText(column: ColumnDescription): string {
  if (column.kind === "category") return "category";
  return column.isWhole ? "whole number" : "number";
}

function differentText(column: ColumnDescription): string {
  return column.kind === "category" && column.isEndless ? `> ${column.different}` : String(column.different);
}

function valuesText(column: ColumnDescription): string {
  if (column.kind === "number") {
    const { min, max } = column;
    return min === null || max === null ? "" : `${digits(min, 6)} to ${digits(max, 6)}`;
  }
  const shown = column.top.slice(0, MOST_SHOWN).map(({ value }) => visibleText(value));
  return shown.join(", ") + (column.different > MOST_SHOWN ? ", ..." : "");
}

function medianText(column: ColumnDescription): string {
  return column.kind === "number" && column.median !== null ? digits(column.median, 6) : "";
}

/** Heights of a column's intervals, or of its most frequent categories. */
function histogramText(column: ColumnDescription, { glyphs = ASCII }: Screen): string {
  const counts = column.kind === "number" ? column.histogram : column.top.map(({ count }) => count);
  const most = largestOf(counts);
  return counts
    .map((count) => (count === 0 ? " " : glyphs.levels[Math.min(7, Math.floor((8 * count) / most))]!))
    .join("");
}
