import { multiplyAdd } from "./multiply";
import { Activation, Layer, layerAt, Loss, Network } from "./network";
import { numberDifferences } from "./numbers";
import { applyScale } from "./scale";
import { clear, copy, scale, shift } from "./vectors";

/** Leaves the errors d = dC_x/dz of the chunk in every layer. */
export function backward(network: Network, rows: usize, count: usize): void {
  let l = network.layerCount - 1;
  outputErrors(network, layerAt(network, l), rows, count);
  for (; l > 0; l--) hiddenErrors(network, layerAt(network, l - 1), layerAt(network, l), count);
}

/** quadratic (a - y) a', mse 2/k (a - y) a', huber a - y cut to [-1, 1], hinge see below, the cross-entropies a - y. */
function outputErrors(network: Network, layer: Layer, rows: usize, count: usize): void {
  const vectors = (count * layer.rowBytes) >> 4;
  if (network.targets) numberDifferences(network, layer, rows, count);
  else classDifferences(network, layer, rows, count);
  if (network.loss == Loss.Mse) scale(layer.errors, vectors, f32(2 / f64(layer.units)));
  if (network.loss == Loss.Huber) cut(layer.errors, vectors);
  if (network.loss == Loss.Hinge) hingeErrors(network, layer, rows, count);
  if (network.classWeights) weighErrors(network, layer, rows, count);
  const skipsDerivative = network.loss == Loss.CrossEntropy || network.loss == Loss.BinaryCrossEntropy;
  finishErrors(layer, vectors, skipsDerivative ? Activation.Identity : layer.activation);
}

/** d = a - y, y being what the output of the class or the others are to be. */
function classDifferences(network: Network, layer: Layer, rows: usize, count: usize): void {
  const vectors = (count * layer.rowBytes) >> 4;
  copy(layer.activations, layer.errors, vectors);
  if (network.off > 0) shift(layer.errors, vectors, -network.off);
  for (let slot: usize = 0; slot < count; slot++) {
    const d = layer.errors + slot * layer.rowBytes;
    const label: usize = load<u8>(network.labels + load<u32>(rows + 4 * slot));
    store<f32>(d + 4 * label, load<f32>(layer.activations + slot * layer.rowBytes + 4 * label) - network.on);
    // The padding holds activation(0), not zero.
    for (let at: usize = 4 * layer.units; at < layer.rowBytes; at += 4) store<f32>(d + at, 0);
  }
}

/** d cut to [-1, 1]; NaN stays. */
function cut(d: usize, vectors: usize): void {
  for (const end = d + 16 * vectors; d < end; d += 16) {
    v128.store(d, f32x4.pmin(f32x4.pmax(v128.load(d), f32x4.splat(-1)), f32x4.splat(1)));
  }
}

/** d = -1 at the label if a < 1 there, elsewhere 1 if a > -1, else 0. */
function hingeErrors(network: Network, layer: Layer, rows: usize, count: usize): void {
  for (let slot: usize = 0; slot < count; slot++) {
    const a = layer.activations + slot * layer.rowBytes;
    const d = layer.errors + slot * layer.rowBytes;
    const label: usize = load<u8>(network.labels + load<u32>(rows + 4 * slot));
    for (let k: usize = 0; k < layer.units; k++) {
      const value = load<f32>(a + 4 * k);
      store<f32>(d + 4 * k, k == label ? (value < 1 ? -1 : 0) : value > -1 ? 1 : 0);
    }
  }
}

/** d = d times the weight of the example's class. */
function weighErrors(network: Network, layer: Layer, rows: usize, count: usize): void {
  for (let slot: usize = 0; slot < count; slot++) {
    const label: usize = load<u8>(network.labels + load<u32>(rows + 4 * slot));
    const weight = load<f32>(network.classWeights + 4 * label);
    scale(layer.errors + slot * layer.rowBytes, layer.vectors, weight);
  }
}

/** d_j = (sum over the next layer's units k of w_kj d_k) a'_j */
function hiddenErrors(network: Network, layer: Layer, next: Layer, count: usize): void {
  const d = layer.errors;
  const rowBytes = layer.rowBytes;
  clear(d, count * rowBytes);
  multiplyAdd(
    next.errors, next.rowBytes, 4, next.units, next.transposed, rowBytes, layer.vectors, d, rowBytes, count,
  );
  const vectors = (count * layer.rowBytes) >> 4;
  applyScale(network, d, vectors);
  if (layer.derivatives) multiplyDerivatives(layer, vectors);
  else finishErrors(layer, vectors, layer.activation);
}

/** d = d derivative, and +0 where |d| < 2^-60. */
function multiplyDerivatives(layer: Layer, vectors: usize): void {
  let d = layer.errors;
  let derivatives = layer.derivatives;
  for (const end = d + 16 * vectors; d < end; d += 16, derivatives += 16) {
    v128.store(d, flush(f32x4.mul(v128.load(d), v128.load(derivatives))));
  }
}

/** d = d a', and +0 where |d| < 2^-60. The branch on the activation is taken once, not in the loop. */
function finishErrors(layer: Layer, vectors: usize, activation: Activation): void {
  let d = layer.errors;
  let a = layer.activations;
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
