import type { DescentFrame } from "./descent-frame.ts";

/** Width and height of a panel, in pixels. */
export const SIDE = 210;
/** A path is drawn until it is this far outside the panel, in panels. */
const FARTHEST = 8;

/** A place in a panel, in pixels from its upper left corner. */
export interface PanelPlace {
  readonly x: number;
  readonly y: number;
}

/** Returns the place of a point of the frame. */
export function placeIn({ x, y }: DescentFrame, [across, up]: readonly [number, number]): PanelPlace {
  return {
    x: ((across - x[0]) / (x[1] - x[0])) * SIDE,
    y: ((y[1] - up) / (y[1] - y[0])) * SIDE,
  };
}

/** Returns the data of a path along places; equal neighbours are drawn once. */
export function linePath(places: readonly PanelPlace[]): string {
  const words = places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${words.filter((word, i) => word !== words[i - 1]).join("L")}`;
}

/** Returns the places up to the first one that is far away. */
export function followed(places: readonly PanelPlace[]): readonly PanelPlace[] {
  const isFar = ({ x, y }: PanelPlace): boolean => Math.max(Math.abs(x), Math.abs(y)) > FARTHEST * SIDE;
  const end = places.findIndex(isFar);
  return end < 0 ? places : places.slice(0, Math.max(1, end));
}
