import { stripVTControlCharacters } from "node:util";
import { clipText } from "../text/clip-text.ts";
import { UNICODE, type Glyphs } from "./glyphs.ts";
import type { Alignment } from "../report/tables/table-column.ts";
import { plainTable } from "./plain-table.ts";
import type { Screen } from "./screen.ts";
import { largestOf } from "../math/extremes.ts";

/** A column of a table that must fit a screen. */
export interface FittedColumn {
  readonly heading: string;
  readonly cells: readonly string[];
  readonly side: Alignment;
  /** The column is left out where there is no room, that of the lowest number first; absent = never. */
  readonly dispensable?: number | undefined;
  /** How cells that are too long are shortened. */
  readonly tooLong?: "cut" | "wrapped";
  /** Colours a line of a cell. */
  readonly paint?: ((text: string, row: number) => string) | undefined;
}

/** How a table is made narrower. */
interface Squeeze {
  readonly columns: readonly FittedColumn[];
  /** Longest cell of columns that may be too long. */
  readonly longest: number;
  /** Headings take two lines. */
  readonly isBroken?: boolean;
}

const [WIDE, MEDIUM, NARROW] = [40, 16, 8] as const;

/**
 * Returns columns as a table no wider than a terminal: with headings of two lines, long cells cut and columns left
 * out as far as necessary; lines that are still too long are cut. Piped output may be wide.
 */
export function fitTable(columns: readonly FittedColumn[], { paint, width, glyphs }: Screen): string {
  const draw = (squeeze: Squeeze): string => squeezedTable(squeeze, paint.dim, glyphs);
  if (!glyphs) return draw({ columns, longest: WIDE });
  let table = "";
  for (const squeeze of squeezes(columns)) {
    table = draw(squeeze);
    if (linesOf(table).every((line) => line.length <= width)) return table;
  }
  return linesOf(table)
    .map((line) => clipText(line, width, glyphs.cut))
    .join("\n");
}

/** From the widest to the narrowest. */
function squeezes(columns: readonly FittedColumn[]): Squeeze[] {
  const order = columns
    .filter((column) => column.dispensable !== undefined)
    .toSorted((a, b) => a.dispensable! - b.dispensable!);
  const fewer = order.map((_, i) => columns.filter((column) => !order.slice(0, i + 1).includes(column)));
  return [
    { columns, longest: WIDE },
    { columns, longest: WIDE, isBroken: true },
    ...[columns, ...fewer].map((left) => ({ columns: left, longest: MEDIUM, isBroken: true })),
    { columns: fewer.at(-1) ?? columns, longest: NARROW, isBroken: true },
  ];
}

function squeezedTable(
  { columns, longest, isBroken }: Squeeze,
  dim: (text: string) => string,
  { spell, cut }: Pick<Glyphs, "spell" | "cut"> = UNICODE,
): string {
  const headings = columns.map(({ heading }) => (isBroken ? heading.replace(LAST_WORD, "\n") : heading));
  const height = largestOf(headings.map((heading) => heading.split("\n").length));
  const rows = columns[0]!.cells.map((_, row) =>
    columns.map(({ cells, tooLong, paint = (text) => text }) =>
      eachLine(shortened(spell(cells[row]!), { longest, tooLong, cut }), (line) => paint(line, row)),
    ),
  );
  const sides = columns.map(({ side }) => side);
  return plainTable([headings.map((heading) => eachLine(lowered(heading, height), dim)), ...rows], sides);
}

/** The gap before the last word of a heading; a heading of figures stays in one line. */
const LAST_WORD = / (?=[a-z]+$)/;

/** Moves a heading of fewer lines down, so that it is directly above its column. */
function lowered(heading: string, height: number): string {
  return "\n".repeat(height - heading.split("\n").length) + heading;
}

function eachLine(text: string, paint: (line: string) => string): string {
  if (!text.includes("\n")) return text === "" ? "" : paint(text); // nearly always; a table may have a million cells
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : paint(line)))
    .join("\n");
}

function shortened(
  text: string,
  { longest, tooLong, cut }: { longest: number; tooLong: FittedColumn["tooLong"] | undefined; cut: string },
): string {
  if (tooLong === "cut") return clipText(text, longest, cut);
  return tooLong === "wrapped" ? wrapText(text, longest, "") : text;
}

function linesOf(table: string): string[] {
  return stripVTControlCharacters(table).split("\n");
}

/** Returns text broken between words into lines of at most `width` characters, all but the first indented. */
export function wrapText(text: string, width: number, indent: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line !== "" && line.length + 1 + word.length > width) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}
