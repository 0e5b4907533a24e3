import { listFloats } from "./entries";
import { Activation, activationsOf, errorsOf, Layer, layerAt, Loss, Network, rowBytes } from "./network";
import { sumRows } from "./tiles";
import { scale } from "./vectors";

/** Leaves the errors d = dC_x/dz of the chunk in every layer. */
export function backward(network: Network, rows: usize, count: usize): void {
  const last = network.layerCount - 1;
  for (let slot: usize = 0; slot < count; slot++) {
    const label = load<u8>(network.labels + load<u32>(rows + 4 * slot));
    outputErrors(network, layerAt(network, last), slot, label);
    for (let l = last; l > 0; l--) hiddenErrors(network, layerAt(network, l - 1), layerAt(network, l), slot);
  }
}

/** quadratic (a - y) a', mse 2/k (a - y) a', the cross-entropies a - y. */
function outputErrors(network: Network, layer: Layer, slot: usize, label: usize): void {
  const a = activationsOf(layer, slot);
  const d = errorsOf(layer, slot);
  // a - y: y is 1 at the label and 0 elsewhere.
  memory.copy(d, a, rowBytes(layer));
  store<f32>(d + 4 * label, load<f32>(d + 4 * label) - 1);
  if (network.loss == Loss.Mse) scale(d, layer.vectors, f32(2 / f64(layer.units)));
  const skipsDerivative = network.loss == Loss.CrossEntropy || network.loss == Loss.BinaryCrossEntropy;
  finishErrors(d, a, layer.vectors, skipsDerivative ? Activation.Identity : layer.activation);
  // The padding holds activation(0), not zero.
  for (let k = layer.units; k < 4 * layer.vectors; k++) store<f32>(d + 4 * k, 0);
}

/** d_j = (sum over the next layer's units k of w_kj d_k) a'_j */
function hiddenErrors(network: Network, layer: Layer, next: Layer, slot: usize): void {
  const d = errorsOf(layer, slot);
  const end = listFloats(errorsOf(next, slot), next.units, rowBytes(layer), network.errorEntries);
  sumRows(network.errorEntries, end, next.transposed, layer.vectors, d);
  finishErrors(d, activationsOf(layer, slot), layer.vectors, layer.activation);
}

/** d = d a', and +0 where |d| < 2^-60. The branch on the activation is taken once, not in the loop. */
function finishErrors(d: usize, a: usize, vectors: usize, activation: Activation): void {
  const end = d + 16 * vectors;
  const ONE = f32x4.splat(1);
  switch (activation) {
    case Activation.Sigmoid: // a' = a (1 - a)
      for (; d < end; d += 16, a += 16) {
        const x = v128.load(a);
        v128.store(d, flush(f32x4.mul(v128.load(d), f32x4.mul(x, f32x4.sub(ONE, x)))));
      }
      return;
    case Activation.Tanh: // a' = 1 - a^2
      for (; d < end; d += 16, a += 16) {
        const x = v128.load(a);
        v128.store(d, flush(f32x4.mul(v128.load(d), f32x4.sub(ONE, f32x4.mul(x, x)))));
      }
      return;
    case Activation.Relu: // a' = a > 0 ? 1 : 0
      for (; d < end; d += 16, a += 16) {
        v128.store(d, flush(v128.and(v128.load(d), f32x4.gt(v128.load(a), f32x4.splat(0)))));
      }
      return;
    default:
      for (; d < end; d += 16) v128.store(d, flush(v128.load(d)));
  }
}

/** The denormal rule of kernel.ts: the comparison is false for NaN, which stays. */
function flush(d: v128): v128 {
  return v128.andnot(d, f32x4.lt(f32x4.abs(d), f32x4.splat(8.673617379884035e-19))); // 2^-60
}
