import { activate } from "./activate";
import { listBytes, listFloats } from "./entries";
import { exampleLoss } from "./loss";
import { activationsOf, Layer, layerAt, Network, rowBytes } from "./network";
import { sumRows } from "./tiles";
import { touchInputs } from "./touch";
import { add } from "./vectors";

/**
 * Sends `count` examples forward, at most a chunk; leaves activations and entries in the layers, and adds the
 * losses to the network's sum.
 */
export function forward(network: Network, rows: usize, count: usize): void {
  touchInputs(network, rows, count);
  const last = layerAt(network, network.layerCount - 1);
  for (let slot: usize = 0; slot < count; slot++) {
    const row = load<u32>(rows + 4 * slot);
    for (let l: usize = 0; l < network.layerCount; l++) forwardLayer(network, l, row, slot);
    network.lossSum += exampleLoss(network, last, activationsOf(last, slot), load<u8>(network.labels + row));
  }
}

/** z = sum of x * (the row of weights that leaves x) + b, a = activation(z). */
function forwardLayer(network: Network, l: usize, row: usize, slot: usize): void {
  const layer = layerAt(network, l);
  const entries = load<u32>(layer.entryEnds + 4 * slot);
  const end = l == 0 ? listInputs(network, layer, row, entries) : listActivations(network, l, slot, entries);
  store<u32>(layer.entryEnds + 4 * (slot + 1), end);
  sumRows(entries, end, layer.weights, layer.vectors, network.z);
  add(network.z, layer.biases, layer.vectors);
  activate(network, layer, activationsOf(layer, slot));
}

function listInputs(network: Network, layer: Layer, row: usize, to: usize): usize {
  const features = network.features;
  return network.inputsAreBytes
    ? listBytes(network.inputs + row * features, features, network.byteValues, rowBytes(layer), to)
    : listFloats(network.inputs + 4 * row * features, features, rowBytes(layer), to);
}

function listActivations(network: Network, l: usize, slot: usize, to: usize): usize {
  const before = layerAt(network, l - 1);
  return listFloats(activationsOf(before, slot), before.units, rowBytes(layerAt(network, l)), to);
}
