import type { Curve } from "./curve.ts";
import type { CurveFrame } from "./curve-frame.ts";

/** More points of one curve than this would not be seen. */
const MOST_POINTS = 150;

/** Returns one path for all curves of each look, so that a thousand curves are a handful of elements. */
export function curvePaths(curves: readonly Curve[], frame: CurveFrame): { look: string; path: string }[] {
  const paths = new Map<string, string[]>();
  for (const { look, values } of curves) {
    const parts = paths.get(look) ?? [];
    parts.push(curvePath(values, frame));
    paths.set(look, parts);
  }
  return [...paths].map(([look, parts]) => ({ look, path: parts.join("") }));
}

/** Returns the line through the values, with a gap where one is missing. */
export function curvePath(values: readonly (number | null)[], { x, y }: CurveFrame): string {
  const stride = Math.ceil(values.length / MOST_POINTS);
  let path = "";
  let isDown = false;
  for (let epoch = 0; epoch < values.length; epoch += stride) {
    const value = values[epoch];
    if (typeof value === "number")
      path += `${isDown ? "L" : "M"}${x(epoch).toFixed(1)},${y(value).toFixed(1)}`;
    isDown = typeof value === "number";
  }
  return path;
}
