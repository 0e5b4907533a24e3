import { Layer, Network } from "./network";
import { philox } from "./draws/philox";

/** Multiplies activations and derivatives of `count` examples by their masks: 0 or 1 / (1 - rate). */
export function applyDropout(network: Network, l: usize, layer: Layer, count: usize): void {
  const dropout = network.dropout;
  const kept = f32x4.splat(dropout.kept);
  const threshold = i32x4.splat(dropout.threshold);
  const key0 = dropout.key0;
  const key1 = dropout.key1;
  const counter = (dropout.epoch << 8) + u32(l);
  for (let slot: usize = 0; slot < count; slot++) {
    const row = slot * layer.rowBytes;
    for (let group: usize = 0; group < layer.vectors; group++) {
      const words = philox(key0, key1, u32(group), dropout.first + u32(slot), dropout.batch, counter);
      const mask = v128.and(kept, i32x4.ge_u(words, threshold));
      multiply(layer.activations + row + 16 * group, mask);
      multiply(layer.derivatives + row + 16 * group, mask);
    }
  }
}

// @ts-ignore: decorator
@inline
function multiply(at: usize, mask: v128): void {
  v128.store(at, f32x4.mul(mask, v128.load(at)));
}
