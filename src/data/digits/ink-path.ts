import type { Hand } from "./hand.ts";
import type { PenPath } from "./pen-path.ts";

/** Width of a stroke's grey rim, pixels. */
export const RIM = 1.3;

/** Draws a path into an image of `side` x `side` bytes; where lines overlap, the darker one shows. */
export function inkPath(image: Uint8Array, side: number, path: PenPath, hand: Hand): void {
  const { radius, ink } = hand;
  const radiusGain = hand.endRadius - radius;
  const inkGain = hand.endInk - ink;
  for (let i = 1; i < path.count; i++) {
    const along = path.along[i]!;
    if (along === 0) continue;
    const outer = radius + along * radiusGain + RIM / 2;
    const blackness = 255 * Math.min(1, ink + along * inkGain);
    inkLine(image, side, path, i, outer, blackness);
  }
}

/** Darkens the pixels within `outer` of the line that ends at point `end`: fully, or by their share of the rim. */
function inkLine(
  image: Uint8Array,
  side: number,
  path: PenPath,
  end: number,
  outer: number,
  blackness: number,
): void {
  const x0 = path.x[end - 1]!;
  const y0 = path.y[end - 1]!;
  const dx = path.x[end]! - x0;
  const dy = path.y[end]! - y0;
  const perLength = 1 / Math.max(dx * dx + dy * dy, 1e-9);
  const left = Math.ceil(Math.min(x0, x0 + dx) - outer);
  const right = Math.floor(Math.max(x0, x0 + dx) + outer);
  const top = Math.ceil(Math.min(y0, y0 + dy) - outer);
  const bottom = Math.floor(Math.max(y0, y0 + dy) + outer);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) * perLength));
      const ex = x - x0 - t * dx;
      const ey = y - y0 - t * dy;
      const squared = ex * ex + ey * ey;
      if (squared >= outer * outer) continue;
      const cover = Math.min(1, (outer - Math.sqrt(squared)) / RIM);
      const grey = Math.floor(blackness * cover + 0.5);
      const pixel = y * side + x;
      if (grey > image[pixel]!) image[pixel] = grey;
    }
  }
}
