import { DIRECT_BATCH, type Session } from "../kernels/kernel.ts";

/** Returns the activations of a layer for any number of rows, row-major [rows, units]. */
export function collectActivations(session: Session, rows: Uint32Array, layer: number): Float32Array {
  const chunks: Float32Array[] = [];
  for (let start = 0; start < rows.length; start += DIRECT_BATCH) {
    chunks.push(session.activations(rows.subarray(start, start + DIRECT_BATCH), layer));
  }
  const all = new Float32Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
