/**
 * Sine and cosine of moderate arguments, |x| <= 1e5 radians; error below 1 ULP away from the zeros and below
 * 2e-16 absolute near them.
 * Method: x = n pi/2 + r with |r| <= pi/4, pi/2 in two parts (Cody and Waite), then minimax polynomials.
 * Source of the polynomials: fdlibm's k_sin.c and k_cos.c.
 * @module
 */

const TWO_OVER_PI = 6.36619772367581382433e-1;
const HALF_PI_HIGH = 1.57079632673412561417; // its low 21 bits are zero: n * HALF_PI_HIGH is exact
const HALF_PI_MIDDLE = 6.0771005063039659766e-11; // likewise
const HALF_PI_LOW = 2.02226624879595063154e-21;
const LARGEST = 1e5;

/** Returns the sine of x radians. @throws {RangeError} If |x| > 1e5. */
export function sin(x: number): number {
  return quarterTurn(x, 0);
}

/** Returns the cosine of x radians. @throws {RangeError} If |x| > 1e5. */
export function cos(x: number): number {
  return quarterTurn(x, 1);
}

function quarterTurn(x: number, shift: number): number {
  if (!(Math.abs(x) <= LARGEST)) throw new RangeError(`|x| must be at most 1e5 for the sine (got ${x})`);
  const n = Math.round(x * TWO_OVER_PI);
  const r = x - n * HALF_PI_HIGH - n * HALF_PI_MIDDLE - n * HALF_PI_LOW;
  const quadrant = (((n + shift) % 4) + 4) % 4;
  const value = quadrant % 2 === 0 ? sinNearZero(r) : cosNearZero(r);
  return quadrant < 2 ? value : -value;
}

function sinNearZero(r: number): number {
  const z = r * r;
  const p =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return r + z * r * (-1.66666666666666324348e-1 + z * p);
}

function cosNearZero(r: number): number {
  const z = r * r;
  const p =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + z * p);
}
