import { cos, sin } from "../../math/sin-cos.ts";
import type { Bend, Hand } from "./hand.ts";

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

/** Scales a path so that its longer side measures `size` pixels, and moves the middle of its extent to (x, y). */
export function placePath(path: PenPath, x: number, y: number, size: number): void {
  const [left, right] = extent(path.x, path.count);
  const [top, bottom] = extent(path.y, path.count);
  const scale = size / Math.max(right - left, bottom - top);
  for (let i = 0; i < path.count; i++) {
    path.x[i] = x + scale * (path.x[i]! - (left + right) / 2);
    path.y[i] = y + scale * (path.y[i]! - (top + bottom) / 2);
  }
}

function extent(values: Float64Array, count: number): [lowest: number, highest: number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return [lowest, highest];
}

/** Bends, slants, widens and turns a path around its origin, in this order. */
export function deformPath(path: PenPath, hand: Hand): void {
  const { slant, aspect, bendX, bendY } = hand;
  const cosine = cos(hand.rotation);
  const sine = sin(hand.rotation);
  for (let i = 0; i < path.count; i++) {
    const x = path.x[i]!;
    const y = path.y[i]!;
    const down = y + warp(bendY, x, y, x);
    const right = aspect * (x + warp(bendX, x, y, y) - slant * down);
    path.x[i] = cosine * right - sine * down;
    path.y[i] = sine * right + cosine * down;
  }
}

function warp(bend: Bend, x: number, y: number, other: number): number {
  return bend[0] * x * x + bend[1] * x * y + bend[2] * y * y + bend[3] * other * other * other;
}
