import type { PenPath } from "./pen-path.ts";

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
