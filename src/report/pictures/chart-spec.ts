import type { TopLevelSpec } from "vega-lite";
import { PLOT_THEME } from "./plot-theme.ts";
import { LETTER_WIDTH, type PlotEncoding, type PlotLayer } from "./plot-frame.ts";

/** A chart without its theme; all lengths are in pixels. */
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
/** Titles begin here, regardless of the width of axis labels. */
const TITLE_LEFT = 14;
/** Mean width of a letter of titles, which are bold and 16 pixels high. */
const TITLE_LETTER = 8.6;

/** Returns the Vega-Lite specification of a chart: every size is given, so that no text needs to be measured. */
export function chartSpec({ title, subtitle, size, room, encoding = {}, layers }: Chart): TopLevelSpec {
  const words = Math.ceil(Math.max(TITLE_LETTER * title.length, LETTER_WIDTH * subtitle.length));
  const right = Math.max(room.right, TITLE_LEFT + words - room.left - size.width);
  return {
    config: PLOT_THEME,
    ...size,
    autosize: { type: "none" },
    padding: { ...room, right, top: TITLE_ROOM },
    title: { text: title, subtitle, frame: "group", dx: TITLE_LEFT - room.left },
    encoding,
    layer: [...layers],
  };
}
