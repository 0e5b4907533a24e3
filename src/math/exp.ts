import { powerOfTwo } from "./binary64.ts";

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const LOG2_E = 1.4426950408889634;

/**
 * Returns e^x; error below 1 ULP for normal results. Overflows to Infinity above 709.78, to 0 below -745.13.
 * Method: x = k ln 2 + r with |r| <= ln(2)/2, then e^r = 1 + (r + r c / (2 - c)) with c = r - r^2 P(r^2), then
 * times 2^k. Source of P: the minimax polynomial of fdlibm's e_exp.c.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.round(x * LOG2_E);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const p =
    t *
    (1.66666666666666019037e-1 +
      t *
        (-2.77777777770155933842e-3 +
          t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const c = r - p;
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** Returns y * 2^k in two exact steps, so that k may lie outside the range of a normal power of two. */
function scale(y: number, k: number): number {
  const half = Math.trunc(k / 2);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}
