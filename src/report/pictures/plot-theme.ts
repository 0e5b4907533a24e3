import type { Config } from "vega-lite";
import { AXIS, FAINT_INK, GRID, INK, PAPER } from "./colors.ts";

/** Every text of a picture: fonts that most systems have, or that look like those. */
export const FONT = "Helvetica, Arial, sans-serif";

/** The looks of every plot: quiet axes on white, so that the curves speak. */
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
