/** The functions of src/math/float32.ts, operation by operation, four lanes at a time. */

/** e^x for x <= 88; 0 below -87.33654; NaN stays NaN. */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  const ROUND = f32x4.splat(12582912); // 1.5 * 2^23
  // n = the integer nearest to x / ln 2; it is also in the low bits of `rounded`.
  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504)), ROUND);
  const n = f32x4.sub(rounded, ROUND);
  // r = x - n ln 2, in two steps
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  // y = e^r = 1 + r + r^2 p(r)
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  const y = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  // 2^n y: n is added to the exponent, except that of NaN.
  const scaled = i32x4.add(y, i32x4.shl(rounded, 23));
  const result = v128.bitselect(scaled, y, f32x4.eq(y, y));
  return v128.andnot(result, f32x4.lt(x, f32x4.splat(-87.33654)));
}

// @ts-ignore: decorator
@inline
/** 1 / (1 + e^-x), x clamped to [-30, 30]. pmax(a, b) is a < b ? b : a, so that NaN stays. */
export function sigmoid4(x: v128): v128 {
  const clamped = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-30)), f32x4.splat(30));
  const ONE = f32x4.splat(1);
  return f32x4.div(ONE, f32x4.add(ONE, exp4(f32x4.neg(clamped))));
}

// @ts-ignore: decorator
@inline
export function tanh4(x: v128): v128 {
  const size = f32x4.abs(x);
  // |x| < 0.625: x + x z p(z), z = x^2
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-3.33332819422e-1));
  const small = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  // else: 1 - 2 / (e^2|x| + 1), with the sign of x
  const clamped = f32x4.pmin(size, f32x4.splat(10));
  const ONE = f32x4.splat(1);
  const e = exp4(f32x4.add(clamped, clamped));
  const large = f32x4.sub(ONE, f32x4.div(f32x4.splat(2), f32x4.add(e, ONE)));
  const signed = v128.bitselect(f32x4.neg(large), large, f32x4.lt(x, f32x4.splat(0)));
  return v128.bitselect(small, signed, f32x4.lt(size, f32x4.splat(0.625)));
}

/** a = sigmoid(z), for `vectors` vectors. Four at a time keep the CPU busy while each waits for its steps. */
export function mapSigmoid(z: usize, a: usize, vectors: usize): void {
  const end = z + 16 * vectors;
  for (; z + 48 < end; z += 64, a += 64) {
    const a0 = sigmoid4(v128.load(z));
    const a1 = sigmoid4(v128.load(z, 16));
    const a2 = sigmoid4(v128.load(z, 32));
    const a3 = sigmoid4(v128.load(z, 48));
    v128.store(a, a0);
    v128.store(a, a1, 16);
    v128.store(a, a2, 32);
    v128.store(a, a3, 48);
  }
  for (; z < end; z += 16, a += 16) v128.store(a, sigmoid4(v128.load(z)));
}

/** a = tanh(z). */
export function mapTanh(z: usize, a: usize, vectors: usize): void {
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16) v128.store(a, tanh4(v128.load(z)));
}

/** a = e^(z - max). */
export function mapExp(z: usize, a: usize, vectors: usize, max: f32): void {
  const shift = f32x4.splat(max);
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16) {
    v128.store(a, exp4(f32x4.sub(v128.load(z), shift)));
  }
}

/** a = z > 0 ? z : 0, NaN kept. */
export function mapRelu(z: usize, a: usize, vectors: usize): void {
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16) {
    const v = v128.load(z);
    v128.store(a, v128.andnot(v, f32x4.le(v, f32x4.splat(0))));
  }
}
