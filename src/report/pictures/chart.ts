/** A place in a chart, in pixels from the upper left corner of the area between its axes. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Part of an area: the span between two heights. */
export interface Span {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** How a mark is painted. */
interface Paint {
  /** One of colors.ts, so that it has a twin for the dark. */
  readonly color: string;
  readonly opacity?: number;
}

/** A line through places. */
export interface LineMark extends Paint {
  readonly mark: "line";
  readonly places: readonly Place[];
  readonly width: number;
  readonly isDashed?: boolean;
  /** What leaves the area between the axes is not drawn. */
  readonly isClipped?: boolean;
}

/** A band. */
export interface AreaMark extends Paint {
  readonly mark: "area";
  readonly spans: readonly Span[];
  readonly isClipped?: boolean;
}

/** A rectangle. */
export interface BoxMark extends Paint, Place {
  readonly mark: "box";
  readonly width: number;
  readonly height: number;
}

/** A disc, a ring or a cross. */
export interface DotMark extends Paint, Place {
  readonly mark: "dot" | "ring" | "cross";
  readonly radius: number;
}

/** A line of text, its middle at the height of its place. */
export interface TextMark extends Partial<Paint>, Place {
  readonly mark: "text";
  readonly text: string;
  /** Where the place is in the text; default: at its start. */
  readonly anchor?: "start" | "middle" | "end";
  readonly isBold?: boolean;
  /** It covers lines, so its letters have an outline in the colour of the paper. */
  readonly hasHalo?: boolean;
}

/** A chart within a chart. */
export interface GroupMark extends Place {
  readonly mark: "group";
  /** What leaves it is not drawn, of marks that are clipped. */
  readonly size: Chart["size"];
  /** Their places begin at that of the group. */
  readonly marks: readonly Mark[];
}

/** What a chart is made of; later marks are drawn over earlier ones. */
export type Mark = LineMark | AreaMark | BoxMark | DotMark | TextMark | GroupMark;

/** A chart as data: everything that is drawn, and where. Room for texts beside it follows from them. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  /** Of the area between the axes. */
  readonly size: { readonly width: number; readonly height: number };
  readonly marks: readonly Mark[];
}

/** Returns a straight line. */
export function ruleMark(from: Place, to: Place, paint: Omit<LineMark, "mark" | "places">): LineMark {
  return { mark: "line", places: [from, to], ...paint };
}
