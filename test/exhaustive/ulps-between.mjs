const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
/** The unit of the last place of a float32, by its biased exponent. */
const UNITS = Float64Array.from({ length: 255 }, (_, exponent) => 2 ** (Math.max(exponent, 1) - 150));

/** Returns how far `found` is from `exact`, in units of the last place of a float32 of that size. */
export function ulpsBetween(found, exact) {
  if (found === exact) return 0;
  if (Number.isNaN(found) || Number.isNaN(exact)) return Object.is(found, exact) ? 0 : Infinity;
  float[0] = exact;
  return Math.abs(found - exact) / UNITS[(bits[0] >> 23) & 255];
}
