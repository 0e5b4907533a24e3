/** The way of a pen over the paper as short straight lines; one is reused for all images. */
export interface PenPath {
  /** Coordinates of each point, [points]. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How far along its stroke each point lies, 0 at the start, 1 at the end; 0 lifts the pen before it. */
  readonly along: Float64Array;
  /** Points in use. */
  count: number;
}

const CAPACITY = 256;

/** Returns an empty path with room for every skeleton. */
export function createPenPath(): PenPath {
  return {
    x: new Float64Array(CAPACITY),
    y: new Float64Array(CAPACITY),
    along: new Float64Array(CAPACITY),
    count: 0,
  };
}
