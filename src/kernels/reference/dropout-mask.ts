import { philox } from "../../math/philox.ts";
import { dropoutThreshold } from "../dropout-threshold.ts";
import type { Dropout } from "../network.ts";

/** What a mask is drawn for. */
export interface Draw {
  readonly epoch: number;
  /** Counted from 0 in the epoch. */
  readonly batch: number;
  /** Counted from 0 in the batch. */
  readonly example: number;
}

const words = new Uint32Array(4);

/** Returns 0 for the units of layer `l` that one example does without, 1 / (1 - rate) for the others, float32. */
export function dropoutMask(
  { rate, key }: Dropout,
  units: number,
  l: number,
  { epoch, batch, example }: Draw,
): Float32Array {
  const kept = 1 / (1 - rate);
  const threshold = dropoutThreshold(rate);
  return Float32Array.from({ length: units }, (_, unit) => {
    if (unit % 4 === 0) philox(key, unit >>> 2, example, batch, (epoch << 8) + l, words);
    return words[unit % 4]! < threshold ? 0 : kept;
  });
}
