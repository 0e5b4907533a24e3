import { mapExp, mapRelu, mapSigmoid, mapTanh } from "./functions";
import { Activation, Layer, Network } from "./network";
import { mapElu, mapGelu, mapLeakyRelu, mapSilu, mapSoftplus, derivativesOfRelu, derivativesOfSigmoid, derivativesOfTanh } from "./derivatives";
import { copy, fill } from "./vectors";

/** a = activation(z) for `count` rows of the layer. Softmax leaves its largest z and its sum for the loss. */
export function activate(network: Network, layer: Layer, z: usize, count: usize): void {
  const a = layer.activations;
  // All rows as one, padding included.
  const vectors = (count * layer.rowBytes) >> 4;
  switch (layer.activation) {
    case Activation.Sigmoid:
      return mapSigmoid(z, a, vectors);
    case Activation.Tanh:
      return mapTanh(z, a, vectors);
    case Activation.Relu:
      return mapRelu(z, a, vectors);
    case Activation.Identity:
      return copy(z, a, vectors);
    case Activation.LeakyRelu:
      return mapLeakyRelu(z, a, layer.derivatives, vectors);
    case Activation.Elu:
      return mapElu(z, a, layer.derivatives, vectors);
    case Activation.Gelu:
      return mapGelu(z, a, layer.derivatives, vectors);
    case Activation.Silu:
      return mapSilu(z, a, layer.derivatives, vectors);
    case Activation.Softplus:
      return mapSoftplus(z, a, layer.derivatives, vectors);
    default:
      for (let slot: usize = 0; slot < count; slot++) softmax(network, layer, slot);
  }
}

/** Leaves the derivatives of a layer that keeps them, if its activation has not. */
export function keepDerivatives(layer: Layer, count: usize): void {
  const vectors = (count * layer.rowBytes) >> 4;
  switch (layer.activation) {
    case Activation.Sigmoid:
      return derivativesOfSigmoid(layer.activations, layer.derivatives, vectors);
    case Activation.Tanh:
      return derivativesOfTanh(layer.activations, layer.derivatives, vectors);
    case Activation.Relu:
      return derivativesOfRelu(layer.activations, layer.derivatives, vectors);
    case Activation.Identity:
      return fill(layer.derivatives, vectors, 1);
  }
}

/** a_k = e_k / S with e_k = e^(z_k - max z) and S = sum of e_k, k ascending. */
function softmax(network: Network, layer: Layer, slot: usize): void {
  const z = network.z + slot * layer.rowBytes;
  const a = layer.activations + slot * layer.rowBytes;
  let max = load<f32>(z);
  for (let k: usize = 1; k < layer.units; k++) {
    const value = load<f32>(z + 4 * k);
    if (value > max) max = value;
  }
  mapExp(z, a, layer.vectors, max);
  let sum: f32 = 0;
  for (let k: usize = 0; k < layer.units; k++) sum += load<f32>(a + 4 * k);
  const divisor = f32x4.splat(sum);
  for (let k: usize = 0; k < layer.vectors; k++) {
    v128.store(a + 16 * k, f32x4.div(v128.load(a + 16 * k), divisor));
  }
  store<f32>(network.max + 4 * slot, max);
  store<f32>(network.sum + 4 * slot, sum);
}
