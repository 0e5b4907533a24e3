import type { Curve } from "./curve.ts";
import type { CurveFrame } from "./curve-frame.ts";

/** More points of one curve than this would not be seen. */
const MOST_POINTS = 150;

/** The curves that look alike, as one path. */
interface AlikeCurves {
  readonly look: string;
  readonly color: string | undefined;
  readonly path: string;
}

/** Returns one path for all curves of each look and colour, so that a thousand curves are a handful of elements. */
export function curvePaths(curves: readonly Curve[], frame: CurveFrame): AlikeCurves[] {
  const alike = new Map<string, { look: string; color: string | undefined; parts: string[] }>();
  for (const { look, color, values } of curves) {
    const key = `${look} ${color}`;
    const group = alike.get(key) ?? { look, color, parts: [] };
    group.parts.push(curvePath(values, frame));
    alike.set(key, group);
  }
  return [...alike.values()].map(({ look, color, parts }) => ({ look, color, path: parts.join("") }));
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

/** Returns the outline of a curve's band; empty without one. */
export function bandPath({ band }: Curve, { x, y }: CurveFrame): string {
  if (!band) return "";
  const stride = Math.ceil(band.low.length / MOST_POINTS);
  const known = band.low
    .map((_, epoch) => epoch)
    .filter((epoch) => epoch % stride === 0 && band.low[epoch] !== null);
  const edge = (values: readonly (number | null)[], epochs: readonly number[]): string =>
    epochs.map((epoch) => `${x(epoch).toFixed(1)},${y(values[epoch]!).toFixed(1)}`).join("L");
  if (known.length === 0) return "";
  return `M${edge(band.low, known)}L${edge(band.high, known.toReversed())}Z`;
}
