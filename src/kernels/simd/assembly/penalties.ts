import { Layer, layerAt, Network } from "./network";

/** g = g + l2 w + l1 sign w */
export function addPenalty(g: usize, w: usize, vectors: usize, l2: f32, l1: f32): void {
  const shrink = f32x4.splat(l2);
  const pull = f32x4.splat(l1);
  const SIGN = i32x4.splat(0x80000000);
  const ZERO = f32x4.splat(0);
  for (const end = g + 16 * vectors; g < end; g += 16, w += 16) {
    const v = v128.load(w);
    const signed = v128.and(v128.or(pull, v128.and(v, SIGN)), f32x4.ne(v, ZERO));
    v128.store(g, f32x4.add(f32x4.add(v128.load(g), f32x4.mul(shrink, v)), signed));
  }
}

/** Shortens the weights that enter a unit to the length `most`. */
export function limitNorms(layer: Layer, most: f32): void {
  const limit = f32x4.splat(most);
  const ONE = f32x4.splat(1);
  const bytes = layer.fanIn * layer.rowBytes;
  for (let at: usize = 0; at < 16 * layer.vectors; at += 16) {
    const first = layer.weights + at;
    let sum = f32x4.splat(0);
    for (let w = first; w < first + bytes; w += layer.rowBytes) {
      const v = v128.load(w);
      sum = f32x4.add(sum, f32x4.mul(v, v));
    }
    const norm = f32x4.sqrt(sum);
    const factor = v128.bitselect(f32x4.div(limit, norm), ONE, f32x4.gt(norm, limit));
    for (let w = first; w < first + bytes; w += layer.rowBytes) {
      v128.store(w, f32x4.add(f32x4.mul(v128.load(w), factor), f32x4.splat(0))); // no -0
    }
  }
}

/** Sum of the squares of the gradient's sums, in the order of kernel.ts. */
export function sumOfSquares(network: Network): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    for (let at = layer.weightSums, end = layer.biasSums + layer.rowBytes; at < end; at += 16) {
      const v = v128.load(at);
      const a = f64x2.promote_low_f32x4(v);
      const b = f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3));
      low = f64x2.add(low, f64x2.mul(a, a));
      high = f64x2.add(high, f64x2.mul(b, b));
    }
  }
  const sums = f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
  return sums + (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1));
}
