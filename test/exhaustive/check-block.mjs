import { instantiate } from "../../dist/kernels/simd/instantiate.js";

/** Inputs checked at a time. */
export const BLOCK = 2 ** 20;
const BYTES = 4 * BLOCK;
const PAGE = 65536;

const memory = new WebAssembly.Memory({ initial: (2 * BYTES) / PAGE, maximum: PAGE, shared: true });
const wasm = instantiate(memory);
const inputs = new Float32Array(memory.buffer, 0, BLOCK);
const inputBits = new Uint32Array(memory.buffer, 0, BLOCK);
const outputs = new Float32Array(memory.buffer, BYTES, BLOCK);

/**
 * Checks a function on the float32 numbers whose bits are `first` to `first` + BLOCK - 1.
 * @param {import("./functions.mjs").Promised} promised
 * @param {number} first
 * @returns {{ differing: number, maxUlp: number, worst: number }} Inputs on which WebAssembly and JavaScript differ in a
 *   bit; the largest error in units of the last place, and the input that has it.
 */
export function checkBlock({ scalar, map, isInDomain, exact }, first) {
  for (let i = 0; i < BLOCK; i++) inputBits[i] = first + i;
  wasm[map](0, BYTES, BLOCK / 4, 0);
  let [differing, maxUlp, worst] = [0, 0, NaN];
  for (let i = 0; i < BLOCK; i++) {
    const x = inputs[i];
    if (!isInDomain(x)) continue;
    const y = scalar(x);
    if (!Object.is(y, outputs[i])) differing += 1;
    const error = ulpsBetween(y, exact(x));
    if (error > maxUlp) [maxUlp, worst] = [error, x];
  }
  return { differing, maxUlp, worst };
}

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
/** The unit of the last place of a float32, by its biased exponent. */
const UNITS = Float64Array.from({ length: 255 }, (_, exponent) => 2 ** (Math.max(exponent, 1) - 150));

/** Returns how far `found` is from `exact`, in units of the last place of a float32 of that size. */
function ulpsBetween(found, exact) {
  if (Number.isNaN(found) || Number.isNaN(exact)) return Object.is(found, exact) ? 0 : Infinity;
  float[0] = exact;
  return Math.abs(found - exact) / UNITS[(bits[0] >> 23) & 255];
}
