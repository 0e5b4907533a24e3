import { mapExp, mapRelu, mapSigmoid, mapTanh } from "./functions";
import { Activation, Layer, Network } from "./network";

/** a = activation(z). Of softmax, the largest z and the sum are left in the network for the loss. */
export function activate(network: Network, layer: Layer, a: usize): void {
  const z = network.z;
  switch (layer.activation) {
    case Activation.Sigmoid:
      return mapSigmoid(z, a, layer.vectors);
    case Activation.Tanh:
      return mapTanh(z, a, layer.vectors);
    case Activation.Relu:
      return mapRelu(z, a, layer.vectors);
    case Activation.Identity:
      return memory.copy(a, z, 16 * layer.vectors);
    default:
      softmax(network, layer, a);
  }
}

/** a_k = e_k / S with e_k = e^(z_k - max z) and S = sum of e_k, k ascending. */
function softmax(network: Network, layer: Layer, a: usize): void {
  const z = network.z;
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
  network.max = max;
  network.sum = sum;
}
