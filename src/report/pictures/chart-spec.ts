import type { TopLevelSpec } from "vega-lite";
import { PLOT_THEME } from "./plot-theme.ts";
import type { PlotEncoding, PlotLayer } from "./plot-frame.ts";

/** A chart without its looks; all lengths are pixels. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  /** Of the area between the axes. */
  readonly size: { readonly width: number; readonly height: number };
  /** Room around it for labels. */
  readonly room: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly encoding?: PlotEncoding;
  readonly layers: readonly PlotLayer[];
}

const TITLE_ROOM = 66;

/** Returns the Vega-Lite specification of a chart: every size is given, so that no text is ever measured. */
export function chartSpec({ title, subtitle, size, room, encoding = {}, layers }: Chart): TopLevelSpec {
  return {
    config: PLOT_THEME,
    ...size,
    autosize: { type: "none" },
    padding: { ...room, top: TITLE_ROOM },
    title: { text: title, subtitle },
    encoding,
    layer: [...layers],
  };
}
