import type { Config } from "vega-lite";
import { AXIS, FAINT_INK, GRID, INK, PAPER } from "./colors.ts";

/** The fonts of all text in pictures: most systems have one of them, or one that looks alike. */
export const FONT = "Helvetica, Arial, sans-serif";

/** The theme of every plot: faint axes on white, so that curves are prominent. */
export const PLOT_THEME: Config = {
  aria: false, // its texts would repeat every number of the data
  background: PAPER,
  font: FONT,
  view: { stroke: null },
  axis: {
    domain: false,
    domainColor: AXIS,
    ticks: false,
    gridColor: GRID,
    labelColor: FAINT_INK,
    labelFlush: false,
    labelFontSize: 12,
    labelPadding: 8,
    titleColor: FAINT_INK,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 10,
  },
  text: { fill: FAINT_INK, fontSize: 12, align: "left", baseline: "middle" },
  title: {
    anchor: "start",
    color: INK,
    fontSize: 16,
    fontWeight: "bold",
    subtitleColor: FAINT_INK,
    subtitleFontSize: 12,
    subtitlePadding: 6,
    offset: 16,
  },
};
