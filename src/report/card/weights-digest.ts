import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { LayerParameters } from "../../kernels/network.ts";

/** Returns the SHA-256, hex, of the weights and biases of one layer after the other as little-endian float32. */
export function weightsDigest(layers: readonly LayerParameters[]): string {
  const hash = sha256.create();
  for (const { weights, biases } of layers)
    for (const values of [weights, biases]) hash.update(littleEndian(values));
  return bytesToHex(hash.digest());
}

function littleEndian(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => view.setFloat32(4 * i, value, true));
  return new Uint8Array(view.buffer);
}
