import { isShare, metricNamed } from "../../metrics/metrics.ts";
import { ruleMark, type Chart, type Mark } from "./chart.ts";
import { AXIS, FAINT_INK, GRID } from "./colors.ts";
import type { PlotScale } from "./plot-scale.ts";
import { textWidth } from "./text-width.ts";

/** Between an axis and its texts. */
const GAP = 8;
/** Between the middles of an axis and of the texts below it. */
const BELOW = 18;
/** Between a text and the next one below an axis. */
const APART = 14;

/** Returns a value on an axis: "95 %", "0.002", "50000". */
export function tickText(metric: string, tick: number): string {
  return isShare(metricNamed(metric)) ? `${rounded(100 * tick)} %` : String(rounded(tick));
}

/** Without the last bits of sums. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** Returns the lines and texts of an axis for the values of a metric: up the left side, or along the lower edge. */
export function valueAxis(
  { ticks, share }: PlotScale,
  metric: string,
  { size: { width, height }, direction }: { size: Chart["size"]; direction: "up" | "along" },
): Mark[] {
  const paint = { color: GRID, width: 1 };
  return ticks.flatMap((tick): Mark[] => {
    const text = { mark: "text", text: tickText(metric, tick), color: FAINT_INK } as const;
    if (direction === "up") {
      const y = (1 - share(tick)) * height;
      return [ruleMark({ x: 0, y }, { x: width, y }, paint), { ...text, x: -GAP, y, anchor: "end" }];
    }
    const x = share(tick) * width;
    const line = ruleMark({ x, y: 0 }, { x, y: height }, paint);
    return [line, { ...text, x, y: height + BELOW, anchor: "middle" }];
  });
}

/** Returns the lower edge with whole numbers, such as epochs, and their name. */
export function countAxis(
  [first, last]: readonly [number, number],
  name: string,
  { width, height }: Chart["size"],
): Mark[] {
  const widest = textWidth(String(last)) + APART;
  const ticks = wholeTicks(first, last, Math.max(2, Math.floor(width / widest)));
  return [
    ruleMark({ x: 0, y: height }, { x: width, y: height }, { color: AXIS, width: 1 }),
    ...ticks.map((tick): Mark => ({
      mark: "text",
      x: (width * (tick - first)) / Math.max(1, last - first),
      y: height + BELOW,
      text: String(tick),
      anchor: "middle",
      color: FAINT_INK,
    })),
    axisName(name, { width, height }),
  ];
}

/** Returns the name of the lower axis. */
export function axisName(text: string, { width, height }: Chart["size"]): Mark {
  return { mark: "text", x: width / 2, y: height + BELOW + 22, text, anchor: "middle", color: FAINT_INK };
}

/** Returns round whole numbers from `first` to `last`, at most 11 of them, and no more than `most`. */
export function wholeTicks(first: number, last: number, most: number): number[] {
  const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((zeros) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${zeros}`)),
  );
  const step = steps.find((size) => (last - first) / size <= Math.min(10, most - 1)) ?? last;
  const least = Math.ceil(first / step);
  return Array.from({ length: Math.floor(last / step) - least + 1 }, (_, i) => (least + i) * step);
}
