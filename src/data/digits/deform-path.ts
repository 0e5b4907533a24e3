import { cos, sin } from "../../math/sin-cos.ts";
import type { Hand } from "./hand.ts";
import type { PenPath } from "./pen-path.ts";

/** Bends, slants, scales and turns a path from digit heights to pixels, its origin staying where it is. */
export function deformPath(path: PenPath, hand: Hand): void {
  const { slant, width, height, bend } = hand;
  const turnX = cos(hand.rotation);
  const turnY = sin(hand.rotation);
  for (let i = 0; i < path.count; i++) {
    const x = path.x[i]!;
    const y = path.y[i]!;
    const bentX = x + bend[0]! * x * x + bend[1]! * x * y + bend[2]! * y * y + bend[3]! * 2 * y * y * y;
    const bentY = y + bend[4]! * x * x + bend[5]! * x * y + bend[6]! * y * y + bend[7]! * 2 * x * x * x;
    const right = width * (bentX - slant * bentY);
    const down = height * bentY;
    path.x[i] = turnX * right - turnY * down;
    path.y[i] = turnY * right + turnX * down;
  }
}
