import type { TopLevelSpec } from "vega-lite";
import type { PlotScale } from "./plot-scale.ts";

/** Size of the area between the axes, in pixels. */
export const PLOT = { width: 520, height: 340 } as const;

/** Mean width of a letter of sans-serif type of 12 pixels. */
export const LETTER_WIDTH = 6.2;

/** How points of curves are placed in the plot. */
export interface PlotFrame {
  readonly scale: PlotScale;
  readonly firstEpoch: number;
  readonly lastEpoch: number;
  /** Lower values are better. */
  readonly isLoss: boolean;
}

type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;

/** A layer of a Vega-Lite plot: later ones are drawn on top. */
export type PlotLayer = LayeredSpec["layer"][number];

/** How rows map to what is drawn of them. */
export type PlotEncoding = NonNullable<LayeredSpec["encoding"]>;

/** How rows map to a direction of the plot. */
export type PlotAxis = NonNullable<PlotEncoding["x"]>;

/** Takes the colour of a mark from its row. */
export const ROW_COLOR = { field: "color", type: "nominal", scale: null } as const;

/** Takes a place from a row, in pixels. */
export function pixels<Field extends string>(
  field: Field,
): { field: Field; type: "quantitative"; scale: null; axis: null } {
  return { field, type: "quantitative", scale: null, axis: null };
}

/** A cross of size 1 as a path. */
export const CROSS = "M-1,-1L1,1M-1,1L1,-1";
