import { cos, sin } from "../../math/sin-cos.ts";
import type { Bend, Hand } from "./hand.ts";
import type { PenPath } from "./pen-path.ts";

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
