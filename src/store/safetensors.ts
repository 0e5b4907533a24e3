import type { LayerParameters } from "../kernels/network.ts";

/**
 * Returns weights and biases as a safetensors file: an 8-byte little-endian header length, a JSON header padded
 * with spaces to 8 bytes, the float32 data. Tensors `layers.0.weights` [units, fanIn], `layers.0.biases` [units], ...
 */
export function encodeSafetensors(layers: readonly LayerParameters[]): Uint8Array {
  const header: Record<string, { dtype: "F32"; shape: number[]; data_offsets: [number, number] }> = {};
  const arrays = layers.flatMap(({ weights, biases }) => [weights, biases]);
  let offset = 0;
  layers.forEach(({ weights, biases }, l) => {
    add(`layers.${l}.weights`, [biases.length, weights.length / biases.length], weights);
    add(`layers.${l}.biases`, [biases.length], biases);
  });
  const json = JSON.stringify(header);
  const head = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const file = new Uint8Array(8 + head.length + offset);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(head.length), true);
  file.set(head, 8);
  let at = 8 + head.length;
  for (const array of arrays) for (const value of array) at = setFloat(view, at, value);
  return file;

  function add(name: string, shape: number[], { byteLength }: Float32Array): void {
    header[name] = { dtype: "F32", shape, data_offsets: [offset, offset + byteLength] };
    offset += byteLength;
  }
}

function setFloat(view: DataView, at: number, value: number): number {
  view.setFloat32(at, value, true);
  return at + 4;
}
