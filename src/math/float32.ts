/**
 * The float32 functions of the kernels, one rounding after every operation. This file defines their bits; the
 * SIMD kernel repeats it operation by operation, four lanes at a time.
 * @module
 */

const f = Math.fround;
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

const EXP_LOWEST = f(-87.33654); // e^x stays a normal float32 down to here
const LOG2_E = f(1.44269504);
const LN2_HIGH = f(0.693359375); // 9 bits: n * LN2_HIGH is exact
const LN2_LOW = f(-2.1219444e-4);
const ROUND = f(12582912); // 1.5 * 2^23: adding and subtracting it rounds to the nearest integer
const EXP_P = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
].map(f);

/**
 * Returns e^x for x <= 88 in float32; error below 1 ULP. Below -87.33654 the result is 0, never subnormal; NaN
 * stays NaN. Source: the range reduction and polynomial of Cephes, expf.c (Moshier).
 */
export function exp32(x: number): number {
  if (x < EXP_LOWEST) return 0;
  const n = f(f(f(x * LOG2_E) + ROUND) - ROUND);
  const r = f(f(x - f(n * LN2_HIGH)) - f(n * LN2_LOW));
  let p = EXP_P[0]!;
  for (let i = 1; i < EXP_P.length; i++) p = f(f(p * r) + EXP_P[i]!);
  const y = f(f(f(p * f(r * r)) + r) + 1);
  if (Number.isNaN(y)) return NaN;
  // y lies in [0.7, 1.42): adding n to its exponent multiplies by 2^n.
  float[0] = y;
  bits[0] = bits[0]! + (n << 23);
  return float[0];
}

const SIGMOID_LIMIT = 30;

/**
 * Returns 1 / (1 + e^-x) in float32; error below 3 ULP. The argument is clamped to [-30, 30], so that no
 * activation is small enough for its products to underflow, which is several times slower on most CPUs.
 */
export function sigmoid32(x: number): number {
  const clamped = x < -SIGMOID_LIMIT ? -SIGMOID_LIMIT : x > SIGMOID_LIMIT ? SIGMOID_LIMIT : x;
  return f(1 / f(1 + exp32(-clamped)));
}

const TANH_SMALL = f(0.625);
const TANH_LIMIT = 10; // tanh rounds to 1 above 9.02
const TANH_P = [
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
].map(f);

/**
 * Returns tanh(x) in float32; error below 2 ULP. Source of the polynomial below 0.625: Cephes, tanhf.c; above:
 * 1 - 2 / (e^2|x| + 1).
 */
export function tanh32(x: number): number {
  const size = Math.abs(x);
  if (size < TANH_SMALL) {
    const z = f(x * x);
    let p = TANH_P[0]!;
    for (let i = 1; i < TANH_P.length; i++) p = f(f(p * z) + TANH_P[i]!);
    return f(f(f(p * z) * x) + x);
  }
  const clamped = size > TANH_LIMIT ? TANH_LIMIT : size;
  const large = f(1 - f(2 / f(exp32(f(clamped + clamped)) + 1)));
  return x < 0 ? -large : large;
}
