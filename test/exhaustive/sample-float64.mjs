import { exp } from "../../dist/math/exp.js";
import { log } from "../../dist/math/log.js";

const SAMPLES = 2 ** 24;

/**
 * Compares exp with this Node's own over its whole range. Both promise less than 1 ULP, so that less than 2 may lie between
 * them.
 */
export function sampleExp() {
  const [low, high] = [-708, 709.78];
  return compare(exp, Math.exp, (i) => low + ((high - low) * i) / SAMPLES);
}

/** Compares log likewise, on inputs whose bits are evenly spaced from the smallest to the largest number. */
export function sampleLog() {
  const largest = 0x7fef_ffff_ffff_ffffn;
  const stride = largest / BigInt(SAMPLES);
  const words = new BigUint64Array(1);
  const number = new Float64Array(words.buffer);
  return compare(log, Math.log, (i) => {
    words[0] = 1n + BigInt(i) * stride;
    return number[0];
  });
}

function compare(ours, theirs, inputAt) {
  let [maxError, worst] = [0, NaN];
  for (let i = 0; i < SAMPLES; i++) {
    const x = inputAt(i);
    const error = ulpsBetween(ours(x), theirs(x));
    if (error > maxError) [maxError, worst] = [error, x];
  }
  return { maxError, worst };
}

const float = new Float64Array(2);
const bits = new BigInt64Array(float.buffer);

/** Returns how many numbers lie from one to the other. */
function ulpsBetween(a, b) {
  if (a === b) return 0;
  float[0] = a;
  float[1] = b;
  return Math.abs(Number(bits[0] - bits[1]));
}
