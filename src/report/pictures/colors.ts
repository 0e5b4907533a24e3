/**
 * The colours of all pictures, each with its counterpart for dark surroundings.
 * @module
 */

export const PAPER = "#ffffff";
export const INK = "#24292f";
export const FAINT_INK = "#57606a";
export const AXIS = "#8c959f";
export const GRID = "#e6e8eb";
/** For what is in the background. */
export const GREY = "#c4c9cf";
/** For a single series. */
export const ACCENT = "#0072b2";
/** For what went wrong. */
export const ALARM = "#cf222e";

/** From blue to gold: the order needs no legend, and each colour has a contrast of 3:1 on white. */
export const SEQUENCE: readonly string[] = [
  "#1d3fa6",
  "#5b35c0",
  "#8a2bb5",
  "#b3239a",
  "#cf2f6f",
  "#d84a3f",
  "#cf6510",
  "#a87a08",
];

/** Distinguishable for people with colour blindness, too (after Okabe and Ito); each has a contrast of 3:1 on white. */
export const DISTINCT: readonly string[] = [
  ACCENT,
  "#d55e00",
  "#008a64",
  "#a3478a",
  "#8c6d00",
  "#4d4d4d",
  "#5b3fd1",
  "#2b8cbe",
];

const DARK_SEQUENCE = [
  "#6f9bff",
  "#9a86ff",
  "#c17bf0",
  "#e676cf",
  "#f77fa5",
  "#fa8b7c",
  "#f5a04a",
  "#dfb83a",
];
const DARK_DISTINCT = [
  "#4aa8e8",
  "#ff8f3d",
  "#2fc79a",
  "#dd86c4",
  "#d3b13c",
  "#b4bac2",
  "#a594ff",
  "#74c0ee",
];

/** Light colour -> its replacement in dark surroundings. A colour that is not listed stays as it is. */
export const DARK: ReadonlyMap<string, string> = new Map([
  [PAPER, "#0d1117"],
  [INK, "#e6edf3"],
  [FAINT_INK, "#9aa4af"],
  [AXIS, "#6e7681"],
  [GRID, "#262c34"],
  [GREY, "#4b535d"],
  [ALARM, "#ff7b72"],
  ...SEQUENCE.map((color, i): [string, string] => [color, DARK_SEQUENCE[i]!]),
  ...DISTINCT.map((color, i): [string, string] => [color, DARK_DISTINCT[i]!]),
]);
