import { Dropout } from "./dropout";
import { Layer, Network } from "./network";

/** Multiplies activations and slopes of `count` examples by their masks: 0 or 1 / (1 - rate). */
export function applyDropout(network: Network, l: usize, layer: Layer, count: usize): void {
  const dropout = network.dropout;
  const kept = f32x4.splat(dropout.kept);
  const threshold = i32x4.splat(dropout.threshold);
  const counter = (dropout.epoch << 8) + u32(l);
  for (let slot: usize = 0; slot < count; slot++) {
    const row = slot * layer.rowBytes;
    for (let group: usize = 0; group < layer.vectors; group++) {
      const words = philox(dropout, u32(group), dropout.first + u32(slot), dropout.batch, counter);
      const mask = v128.and(kept, i32x4.ge_u(words, threshold));
      multiply(layer.activations + row + 16 * group, mask);
      multiply(layer.slopes + row + 16 * group, mask);
    }
  }
}

// @ts-ignore: decorator
@inline
function multiply(at: usize, mask: v128): void {
  v128.store(at, f32x4.mul(mask, v128.load(at)));
}

/** The four random words of src/math/philox.ts. */
function philox(dropout: Dropout, c0: u32, c1: u32, c2: u32, c3: u32): v128 {
  let k0 = dropout.key0;
  let k1 = dropout.key1;
  for (let round = 0; round < 10; round++) {
    const product0 = u64(0xd2511f53) * u64(c0);
    const product1 = u64(0xcd9e8d57) * u64(c2);
    c0 = u32(product1 >> 32) ^ c1 ^ k0;
    c1 = u32(product1);
    c2 = u32(product0 >> 32) ^ c3 ^ k1;
    c3 = u32(product0);
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  const low = i32x4.replace_lane(i32x4.splat(c0), 1, c1);
  return i32x4.replace_lane(i32x4.replace_lane(low, 2, c2), 3, c3);
}
