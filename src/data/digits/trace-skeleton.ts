import type { PenPath } from "./pen-path.ts";
import type { Skeleton } from "./skeletons.ts";

const MEMORY = 0.6; // share of a stray that is kept from one point to the next
const MIDDLE_X = 0.34;
const MIDDLE_Y = 0.5;
const LINES_PER_SPAN = 4;
const MOST_POINTS = 32;
const pointsX = new Float64Array(MOST_POINTS);
const pointsY = new Float64Array(MOST_POINTS);

/**
 * Writes the strokes of a skeleton into `path` as an unsteady hand follows them: from point to point it strays by
 * what `tremble` returns, in digit heights, and returns only slowly. A smooth curve joins the points.
 * The middle of the skeleton becomes the origin.
 */
export function traceSkeleton(path: PenPath, skeleton: Skeleton, tremble: () => number): void {
  path.count = 0;
  for (const stroke of skeleton) {
    const points = stroke.length / 2;
    let strayX = 0;
    let strayY = 0;
    for (let i = 0; i < points; i++) {
      strayX = MEMORY * strayX + tremble();
      strayY = MEMORY * strayY + tremble();
      pointsX[i] = stroke[2 * i]! / 100 - MIDDLE_X + strayX;
      pointsY[i] = stroke[2 * i + 1]! / 100 - MIDDLE_Y + strayY;
    }
    traceStroke(path, points);
  }
}

function traceStroke(path: PenPath, points: number): void {
  addPoint(path, pointsX[0]!, pointsY[0]!, 0);
  for (let i = 1; i < points; i++) {
    for (let line = 1; line <= LINES_PER_SPAN; line++) {
      const t = line / LINES_PER_SPAN;
      addPoint(
        path,
        spline(pointsX, i, points, t),
        spline(pointsY, i, points, t),
        (i - 1 + t) / (points - 1),
      );
    }
  }
}

function addPoint(path: PenPath, x: number, y: number, along: number): void {
  path.x[path.count] = x;
  path.y[path.count] = y;
  path.along[path.count] = along;
  path.count += 1;
}

/**
 * Returns the curve from values[i-1] (t = 0) to values[i] (t = 1) that runs smoothly through all values.
 * Source: Catmull and Rom, "A class of local interpolating splines" (1974).
 */
function spline(values: Float64Array, i: number, count: number, t: number): number {
  const b = values[i - 1]!;
  const c = values[i]!;
  const a = i > 1 ? values[i - 2]! : 2 * b - c;
  const d = i + 1 < count ? values[i + 1]! : 2 * c - b;
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
