import { isShare, metricNamed } from "../../../metrics/metrics.ts";
import { digits, figureText } from "../../../results/figure-text.ts";
import { ruleMark, type BoxMark, type Mark } from "../chart.ts";
import { ALARM, type CellColor, GREY } from "../colors.ts";
import type { PairCell } from "./pair-map.ts";

/** A cell of a map; wide names make it wider. */
export const CELL = { width: 62, height: 34, gap: 1.5 } as const;
/** Between the lines of a cell without a result. */
const HATCH = 9;

/** Returns a cell that has trials with a result, or trials that all diverged: nothing for others. */
export function cellMarks(
  { column, row, mean, diverged }: PairCell,
  { metric, width, colorOf }: { metric: string; width: number; colorOf: (mean: number) => CellColor },
): Mark[] {
  const box = { mark: "box", ...boxAt({ column, row }, width) } as const;
  const text = {
    mark: "text",
    x: width * (column + 0.5),
    y: CELL.height * (row + 0.5),
    anchor: "middle",
  } as const;
  if (mean === null) {
    if (diverged === 0) return [];
    return [
      { ...box, color: GREY, opacity: 0.35 },
      { ...text, text: "×", color: ALARM },
    ];
  }
  const { fill, ink } = colorOf(mean);
  return [
    { ...box, color: fill },
    { ...text, text: cellText(metric, mean), color: ink },
  ];
}

type Box = Pick<BoxMark, "x" | "y" | "width" | "height">;

function boxAt({ column, row }: Pick<PairCell, "column" | "row">, width: number): Box {
  const { gap, height } = CELL;
  return {
    x: width * column + gap,
    y: height * row + gap,
    width: width - 2 * gap,
    height: height - 2 * gap,
  };
}

/** Returns the slanted lines of a cell without a result. */
export function hatchedCell(place: Pick<PairCell, "column" | "row">, cellWidth: number): Mark[] {
  const { x, y, width, height } = boxAt(place, cellWidth);
  const marks: Mark[] = [];
  for (let begin = HATCH - height; begin < width; begin += HATCH) {
    const [left, right] = [Math.max(0, begin), Math.min(width, begin + height)];
    const from = { x: x + left, y: y + height - (left - begin) };
    const to = { x: x + right, y: y + height - (right - begin) };
    marks.push(ruleMark(from, to, { color: GREY, width: 1 }));
  }
  return marks;
}

/** Returns a mean as a cell shows it: percentages without their sign. */
export function cellText(metric: string, mean: number): string {
  return isShare(metricNamed(metric)) ? figureText(metric, mean).replace(/ %$/, "") : digits(mean, 3);
}
