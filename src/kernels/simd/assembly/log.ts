const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** The natural logarithm of src/math/log.ts, operation by operation. */
export function log(x: f64): f64 {
  if (!(x > 0)) return x == 0 ? -Infinity : NaN;
  if (x == Infinity) return Infinity;
  let k: i32 = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54
    k = -54;
  }
  // x = 2^k m with m in [1, 2), then in [1/sqrt 2, sqrt 2)
  const bits = reinterpret<u64>(x);
  k += i32(bits >> 52) - 1023;
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m >= 1.4142135623730951) {
    m /= 2;
    k += 1;
  }
  return logOfParts(f64(k), m - 1);
}

function logOfParts(k: f64, f: f64): f64 {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f);
}

/** Outputs whose product of probabilities cannot underflow f64. */
const PRODUCT_LENGTH: usize = 64;

/** Returns `total` less the log of the product of (z > 0 ? a : 1 - a) over the outputs. */
export function lessLogs(total: f64, z: usize, a: usize, units: usize): f64 {
  for (let start: usize = 0; start < units; start += PRODUCT_LENGTH) {
    let product: f64 = 1;
    const end = min(start + PRODUCT_LENGTH, units);
    for (let k = start; k < end; k++) {
      const output = f64(load<f32>(a + 4 * k));
      product *= load<f32>(z + 4 * k) > 0 ? output : 1 - output;
    }
    total -= log(product);
  }
  return total;
}
