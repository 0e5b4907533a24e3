/**
 * The colours of all pictures, each with its counterpart for dark surroundings. Every colour that texts have reaches a contrast of
 * 4.5:1 on its ground, in the light and in the dark.
 * @module
 */

export const PAPER = "#ffffff";
export const INK = "#24292f";
export const FAINT_INK = "#57606a";
export const AXIS = "#8c959f";
export const GRID = "#e6e8eb";
/** For elements in the background. */
export const GREY = "#c4c9cf";
/** For a single series. */
export const ACCENT = "#0072b2";
/** For what went wrong. */
export const ALARM = "#cf222e";

/** From blue to gold: the order needs no legend. */
const SEQUENCE = [
  ["#1d3fa6", "#6f9bff"],
  ["#5b35c0", "#9a86ff"],
  ["#8a2bb5", "#c17bf0"],
  ["#b3239a", "#e676cf"],
  ["#cf2f6f", "#f77fa5"],
  ["#c73a30", "#fa8b7c"],
  ["#b4540a", "#f5a04a"],
  ["#8a6400", "#dfb83a"],
] as const;

/** Steps of the sequence: so many settings have a colour of their own. */
const STEPS = 29;

const RAMP = Array.from({ length: STEPS }, (_, i) => {
  const at = (i / (STEPS - 1)) * (SEQUENCE.length - 1);
  const below = Math.min(Math.floor(at), SEQUENCE.length - 2);
  const [from, to] = [SEQUENCE[below]!, SEQUENCE[below + 1]!];
  return [mixed(from[0], to[0], at - below), mixed(from[1], to[1], at - below)] as const;
});

/** Distinguishable for people with colour blindness, too (after Okabe and Ito). */
const DISTINCT_TWINS = [
  [ACCENT, "#4aa8e8"],
  ["#b85000", "#ff8f3d"],
  ["#007a58", "#2fc79a"],
  ["#a3478a", "#dd86c4"],
  ["#806400", "#d3b13c"],
  ["#4d4d4d", "#b4bac2"],
  ["#5b3fd1", "#a594ff"],
  ["#0a7d8c", "#4fc3d0"],
] as const;

export const DISTINCT: readonly string[] = DISTINCT_TWINS.map(([light]) => light);

/** From the worst to the best: the stronger, the better. In the dark, the best is the brightest. */
const CELLS = [
  ["#f4f1e0", "#1a2530"],
  ["#dfe9d6", "#1b3240"],
  ["#cae0cd", "#1c3f4f"],
  ["#b2d6c7", "#1d4c5c"],
  ["#99cac6", "#205b65"],
  ["#7fbec4", "#22696f"],
  ["#37769f", "#468f82"],
  ["#2f6896", "#6ab495"],
  ["#25598c", "#a4d6ac"],
  ["#1b4580", "#f2f0c4"],
] as const;

/** The first of `CELLS` that needs paper for ink. */
const STRONG = 6;
/** Of texts on weak cells. */
const CELL_INK = "#15191e";

/** Light colour -> its replacement in dark surroundings. A colour that is not listed stays as it is. */
export const DARK: ReadonlyMap<string, string> = new Map<string, string>([
  [PAPER, "#0d1117"],
  [INK, "#e6edf3"],
  [FAINT_INK, "#9aa4af"],
  [AXIS, "#6e7681"],
  [GRID, "#262c34"],
  [GREY, "#4b535d"],
  [ALARM, "#ff7b72"],
  [CELL_INK, "#f0f6fc"],
  ...RAMP,
  ...DISTINCT_TWINS,
  ...CELLS,
]);

/** How a cell of a map is coloured. */
export interface CellColor {
  readonly fill: string;
  /** For text on it. */
  readonly ink: string;
}

/** The colours of cells, from the worst to the best. */
export const CELL_COLORS: readonly CellColor[] = CELLS.map(([fill], i) => {
  return { fill, ink: i >= STRONG ? PAPER : CELL_INK };
});

/** Returns the colour of a value, 0 = worst, 1 = best. */
export function cellColor(share: number): CellColor {
  const at = Math.round(Math.max(0, Math.min(1, share)) * (CELL_COLORS.length - 1));
  return CELL_COLORS[at]!;
}

/** Returns a colour of the sequence: 0 = its beginning, 1 = its end. */
export function sequenceColor(share: number): string {
  return RAMP[Math.round(share * (STEPS - 1))]![0];
}

/** Returns one of the colours that are easily distinguished. */
export function distinctColor(index: number): string {
  return DISTINCT[index % DISTINCT.length]!;
}

function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((color) => Number.parseInt(color.slice(at, at + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(a + share * (b - a));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
