import { instantiate } from "../../dist/kernels/simd/instantiate.js";

/** Inputs checked at a time. */
export const BLOCK = 2 ** 20;
const BYTES = 4 * BLOCK;
const PAGE = 65536;

const memory = new WebAssembly.Memory({ initial: (3 * BYTES) / PAGE, maximum: PAGE, shared: true });
const wasm = instantiate(memory);
const inputs = new Float32Array(memory.buffer, 0, BLOCK);
const inputBits = new Uint32Array(memory.buffer, 0, BLOCK);
const outputs = new Float32Array(memory.buffer, BYTES, BLOCK);
const slopes = new Float32Array(memory.buffer, 2 * BYTES, BLOCK);

/**
 * Checks a function on the float32 numbers whose bits are `first` to `first` + BLOCK - 1.
 * @param {import("./functions.mjs").Promised} promised
 * @param {number} first
 * @returns {{ differing: number, maxError: number, worst: number }} Inputs on which WebAssembly and JavaScript differ in a
 *   bit, of the value or of the slope; the largest error, and the input that has it.
 */
export function checkBlock({ scalar, map, slope, isInDomain, exact, error }, first) {
  for (let i = 0; i < BLOCK; i++) inputBits[i] = first + i;
  if (slope) wasm[map](0, BYTES, 2 * BYTES, BLOCK / 4);
  else wasm[map](0, BYTES, BLOCK / 4, 0);
  let [differing, maxError, worst] = [0, 0, NaN];
  for (let i = 0; i < BLOCK; i++) {
    const x = inputs[i];
    if (!isInDomain(x)) continue;
    const y = scalar(x);
    if (!Object.is(y, outputs[i]) || (slope && !Object.is(slope(x), slopes[i]))) differing += 1;
    const found = error(y, exact(x), x);
    if (!(found <= maxError)) [maxError, worst] = [Number.isNaN(found) ? Infinity : found, x];
  }
  return { differing, maxError, worst };
}
