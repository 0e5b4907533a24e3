import { binary64 } from "./binary64.ts";

const LN2_HIGH = 6.9314718036912381649e-1; // its low 32 bits are zero: k * LN2_HIGH is exact for |k| < 2048
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT_2 = 1.4142135623730951;
const TWO_54 = 18014398509481984;

/**
 * Returns the natural logarithm; error below 1 ULP. log(0) = -Infinity, log(x < 0) = NaN.
 * Method: x = 2^k m with m in [1/sqrt(2), sqrt(2)), f = m - 1, s = f / (2 + f), and
 * log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)). Source of R: the minimax polynomial of fdlibm's e_log.c.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= TWO_54;
    k = -54;
  }
  const parts = binary64(x);
  k += parts.exponent;
  let m = parts.significand;
  if (m >= SQRT_2) {
    m /= 2;
    k += 1;
  }
  return logOfParts(k, m - 1);
}

function logOfParts(k: number, f: number): number {
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
