import type { Curve } from "./curve.ts";
import type { CurveFrame } from "./curve-frame.ts";

/** A point of a curve that the pointer means. */
export interface CurvePoint {
  readonly curve: Curve;
  readonly epoch: number;
  readonly value: number;
}

const REACH = 40;

/** Returns the point at the pointer's epoch that is nearest to it; undefined if none is near. */
export function nearestCurve(
  curves: readonly Curve[],
  frame: CurveFrame,
  pointer: { readonly x: number; readonly y: number },
): CurvePoint | undefined {
  const share = Math.min(1, Math.max(0, (pointer.x - frame.left) / (frame.right - frame.left)));
  const [first, last] = frame.shown;
  const wanted = Math.round(first + share * (last - first));
  let best: CurvePoint | undefined;
  let distance = REACH;
  for (const curve of curves) {
    const epoch = Math.min(wanted, curve.values.length - 1);
    if (epoch < first) continue;
    const value = curve.values[epoch] ?? null;
    if (value === null) continue;
    const away = Math.max(Math.abs(frame.y(value) - pointer.y), Math.abs(frame.x(epoch) - pointer.x) - REACH);
    if (away >= distance) continue;
    [best, distance] = [{ curve, epoch, value }, away];
  }
  return best;
}
