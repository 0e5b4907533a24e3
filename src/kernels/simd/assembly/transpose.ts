import { Layer, layerAt, Network } from "./network";

/** Copies the weights of all layers but the first into their transposed copies. */
export function transposeWeights(network: Network): void {
  for (let l: usize = 1; l < network.layerCount; l++) {
    transpose(layerAt(network, l), layerAt(network, l - 1));
  }
}

/** Block by block of 4 x 4; buffers are padded with zeros to whole blocks. */
function transpose(layer: Layer, before: Layer): void {
  const fromBytes = layer.rowBytes;
  const toBytes = before.rowBytes;
  for (let i: usize = 0; i < 4 * before.vectors; i += 4) {
    for (let k: usize = 0; k < 4 * layer.vectors; k += 4) {
      const from = layer.weights + i * fromBytes + 4 * k;
      transposeBlock(from, fromBytes, layer.transposed + k * toBytes + 4 * i, toBytes);
    }
  }
}

function transposeBlock(from: usize, fromBytes: usize, to: usize, toBytes: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + fromBytes);
  const r2 = v128.load(from + 2 * fromBytes);
  const r3 = v128.load(from + 3 * fromBytes);
  // Columns 0 and 1, then 2 and 3, of two rows each ...
  const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const c = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  // ... joined to columns of four.
  v128.store(to, v128.shuffle<f32>(a, b, 0, 1, 4, 5));
  v128.store(to + toBytes, v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  v128.store(to + 2 * toBytes, v128.shuffle<f32>(c, d, 0, 1, 4, 5));
  v128.store(to + 3 * toBytes, v128.shuffle<f32>(c, d, 2, 3, 6, 7));
}
