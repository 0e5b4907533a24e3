import type { PhiloxKey } from "./philox.ts";
import { RandomStream } from "./random-stream.ts";

/**
 * Writes a uniform random permutation of 0..order.length-1 into `order`. It follows from (key, epoch) alone:
 * no earlier epoch has to be drawn.
 * Source: Durstenfeld, "Algorithm 235: Random permutation" (CACM 7, 1964).
 */
export function writePermutation(order: Uint32Array, key: PhiloxKey, epoch: number): void {
  const random = new RandomStream(key, epoch);
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
}
