import { exp } from "../../math/exp.ts";
import { log } from "../../math/log.ts";
import { plotScale, type PlotScale } from "../../report/pictures/plot-scale.ts";

/** The part of a chart that is shown. */
export interface Zoom {
  /** Whole numbers. */
  readonly epochs: readonly [first: number, last: number];
  /** Absent: as the values of those epochs need. */
  readonly values?: readonly [low: number, high: number];
}

/** What of a chart's frame a zoom depends on. */
export interface ZoomFrame {
  /** Of the longest curve. */
  readonly epochs: number;
  /** Those that are shown. */
  readonly shown: readonly [first: number, last: number];
  /** Returns the value at a share of the height, 0 = bottom. */
  readonly valueAt: (share: number) => number;
}

/** Shares of the width or height of a frame; below 0 and above 1 lies what it does not show. */
export type Shares = readonly [low: number, high: number];

const WHOLE: Shares = [0, 1];
/** By the key that is pressed: what is shown then of the width, and of the height. */
const KEYS: Readonly<Record<string, { readonly across: Shares; readonly up?: Shares }>> = {
  "+": { across: [0.2, 0.8] },
  "=": { across: [0.2, 0.8] },
  "-": { across: [-1 / 3, 4 / 3] },
  ArrowLeft: { across: [-0.2, 0.8] },
  ArrowRight: { across: [0.2, 1.2] },
  ArrowUp: { across: WHOLE, up: [0.2, 1.2] },
  ArrowDown: { across: WHOLE, up: [-0.2, 0.8] },
  "Shift ArrowUp": { across: WHOLE, up: [0.2, 0.8] },
  "Shift ArrowDown": { across: WHOLE, up: [-1 / 3, 4 / 3] },
};

/** Returns what a key shows of a chart, undefined = everything; `unknown` for keys without a meaning, such as arrows before a zoom. */
export function zoomByKey(
  key: string,
  frame: ZoomFrame,
  zoom: Zoom | undefined,
): Zoom | undefined | "unknown" {
  const move = KEYS[key];
  if (zoom && key === "0") return undefined;
  if (!move || (!zoom && key.startsWith("Arrow"))) return "unknown";
  return zoomTo(frame, move.across, move.up ?? (zoom?.values && WHOLE));
}

/** What an event of the keyboard says. */
interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Returns what `zoomByKey` calls the key of an event. */
export function zoomKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): string {
  if (ctrlKey || metaKey || altKey) return "";
  return shiftKey && key.startsWith("Arrow") ? `Shift ${key}` : key;
}

/** Returns the part of a frame between some shares; undefined where that is everything. @param up Absent: as the values need. */
export function zoomTo(
  { shown: [first, last], epochs, valueAt }: ZoomFrame,
  [from, to]: Shares,
  up?: Shares,
): Zoom | undefined {
  const size = last - first;
  const share = to - from;
  const isShift = Math.abs(share - 1) < 0.01;
  const scaled = Math.round(share * size);
  const other = share < 1 ? Math.min(size - 1, scaled) : Math.max(size + 1, scaled);
  const span = isShift ? size : Math.max(1, Math.min(epochs, other));
  const shift = Math.sign(from) * Math.max(isShift && from !== 0 ? 1 : 0, Math.round(Math.abs(from) * size));
  const begin = Math.max(0, Math.min(epochs - span, first + shift));
  const range = [begin, begin + span] as const;
  if (up) return { epochs: range, values: [rounded(valueAt(up[0])), rounded(valueAt(up[1]))] };
  return span === epochs ? undefined : { epochs: range };
}

/** Returns a scale of the same kind for the values of a zoom alone. */
export function zoomed(scale: PlotScale, zoom: Zoom | undefined): PlotScale {
  if (!zoom?.values) return scale;
  const [low, high] = zoom.values;
  const isLog = scale.type === "log" && low > 0;
  const ticks = plotScale([low, high], isLog).ticks.filter((tick) => tick >= low && tick <= high);
  const place = isLog ? log : (value: number): number => value;
  const [bottom, top] = [place(low), place(high)];
  return {
    type: isLog ? "log" : "linear",
    domain: [low, high],
    ticks,
    share: (value) => (place(value) - bottom) / (top - bottom),
  };
}

/** Returns the value at a share of a scale. */
export function valueAt({ type, domain: [low, high] }: PlotScale, share: number): number {
  if (type === "log") return exp(log(low) + share * (log(high) - log(low)));
  return low + share * (high - low);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
