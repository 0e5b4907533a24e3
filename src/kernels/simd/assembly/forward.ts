import { activate, keepDerivatives } from "./activate";
import { copyInputs } from "./dense-inputs";
import { applyDropout } from "./apply-dropout";
import { listEntries } from "./entries";
import { sumEntries } from "./entry-tiles";
import { multiplyAdd } from "./multiply";
import { Layer, layerAt, Network } from "./network";
import { applyScale } from "./scale";
import { touchBlocks } from "./touch";
import { addToEach, clear } from "./vectors";

/** Sends `count` examples forward, at most a chunk; leaves inputs and activations in the layers. */
export function forward(network: Network, rows: usize, count: usize): void {
  const last = network.layerCount - 1;
  for (let l: usize = 0; l <= last; l++) {
    const layer = layerAt(network, l);
    const z = l == last ? network.z : layer.activations;
    if (l == 0 && network.blockStarts) sumSparse(network, layer, rows, count, z);
    else sumDense(network, l, rows, count, z);
    applyScale(network, z, (count * layer.rowBytes) >> 4);
    addToEach(z, layer.rowBytes, count, layer.biases, layer.vectors);
    activate(network, layer, z, count);
    if (layer.derivatives) {
      keepDerivatives(layer, count);
      if (changetype<usize>(network.dropout) && network.dropout.isOn) applyDropout(network, l, layer, count);
    }
  }
}

/** z_j = sum over the inputs i that are not zero of x_i w_ji, for `count` examples. */
function sumSparse(network: Network, layer: Layer, rows: usize, count: usize, z: usize): void {
  touchBlocks(network, rows, count);
  listEntries(network, layer, rows, count);
  sumEntries(network.entryEnds, count, layer.weights, layer.vectors, z, layer.rowBytes);
}

/** The same over all inputs. */
function sumDense(network: Network, l: usize, rows: usize, count: usize, z: usize): void {
  const layer = layerAt(network, l);
  const x = layer.inputs;
  const xBytes = layer.inputBytes;
  const rowBytes = layer.rowBytes;
  if (l == 0) copyInputs(network, layer, rows, count);
  clear(z, count * rowBytes);
  multiplyAdd(x, xBytes, 4, layer.fanIn, layer.weights, rowBytes, layer.vectors, z, rowBytes, count);
}
