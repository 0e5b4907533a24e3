import type { Chart } from "./chart.ts";

/** A picture of the report and its descriptions. */
export interface Picture {
  /** Its file is `plots/NAME.svg`. */
  readonly name: string;
  /** What it shows, for readers who cannot see it. */
  readonly alt: string;
  /** What can be seen in it, with numbers. */
  readonly caption: string;
  /** A chart, or the SVG itself. */
  readonly drawing: Chart | string;
}
