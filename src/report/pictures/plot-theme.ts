import type { Config } from "vega-lite";

const FONT = "Helvetica, Arial, sans-serif";
const INK = "#24292f";
const FAINT_INK = "#57606a";
const AXIS = "#8c959f";
const GRID = "#e6e8eb";

/** The looks of every plot: quiet axes on white, so that the curves speak. */
export const PLOT_THEME: Config = {
  aria: false, // its texts would repeat every number of the data
  background: "white",
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
  text: { fontSize: 12, align: "left", baseline: "middle" },
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
