import type { Session } from "../kernels/kernel.ts";

/** Examples in one forward pass: few are enough to see that a unit reacts. At most DIRECT_BATCH. */
const PIECE = 32;

/** Returns the activations of a layer for any number of rows, row-major [rows, units]. */
export function collectActivations(session: Session, rows: Uint32Array, layer: number): Float32Array {
  const pieces = [...activationPieces(session, rows, layer)];
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

/** Yields what `collectActivations` returns a few rows at a time; computes no more than is asked for. */
export function* activationPieces(
  session: Session,
  rows: Uint32Array,
  layer: number,
): Generator<Float32Array> {
  for (let start = 0; start < rows.length; start += PIECE)
    yield session.activations(rows.subarray(start, start + PIECE), layer);
}
