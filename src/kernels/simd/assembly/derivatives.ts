/** The functions of src/math/activations32.ts and their derivatives, operation by operation, four lanes at a time. */
import { exp4, sigmoid4, tanh4 } from "./functions";

/** a = z > 0 ? z : 0.01 z */
export function mapLeakyRelu(z: usize, a: usize, derivatives: usize, vectors: usize): void {
  const LEAK = f32x4.splat(0.01);
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16, derivatives += 16) {
    const x = v128.load(z);
    const isAbove = f32x4.gt(x, f32x4.splat(0));
    v128.store(a, v128.bitselect(x, f32x4.mul(LEAK, x), isAbove));
    v128.store(derivatives, v128.bitselect(f32x4.splat(1), LEAK, isAbove));
  }
}

/** a = z > 0 ? z : e^z - 1 */
export function mapElu(z: usize, a: usize, derivatives: usize, vectors: usize): void {
  const ONE = f32x4.splat(1);
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16, derivatives += 16) {
    const x = v128.load(z);
    const isAbove = f32x4.gt(x, f32x4.splat(0));
    const e = exp4(v128.andnot(x, isAbove));
    v128.store(a, v128.bitselect(x, f32x4.sub(e, ONE), isAbove));
    v128.store(derivatives, v128.bitselect(ONE, e, isAbove));
  }
}

/** a = x sigmoid(x), x = max(z, -30) */
export function mapSilu(z: usize, a: usize, derivatives: usize, vectors: usize): void {
  const ONE = f32x4.splat(1);
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16, derivatives += 16) {
    const x = f32x4.pmax(v128.load(z), f32x4.splat(-30));
    const s = sigmoid4(x);
    v128.store(a, f32x4.mul(x, s));
    v128.store(derivatives, f32x4.mul(s, f32x4.add(ONE, f32x4.mul(x, f32x4.sub(ONE, s)))));
  }
}

/** a = max(z, -10) (1 + t) / 2, t = tanh(sqrt(2 / pi) (x + 0.044715 x^3)), x = z within [-10, 10] */
export function mapGelu(z: usize, a: usize, derivatives: usize, vectors: usize): void {
  const ONE = f32x4.splat(1);
  const HALF = f32x4.splat(0.5);
  const SCALE = f32x4.splat(0.7978845608028654);
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16, derivatives += 16) {
    const v = f32x4.pmax(v128.load(z), f32x4.splat(-10));
    const x = f32x4.pmin(v, f32x4.splat(10));
    const square = f32x4.mul(x, x);
    const cube = f32x4.mul(f32x4.splat(0.044715), f32x4.mul(x, square));
    const t = tanh4(f32x4.mul(SCALE, f32x4.add(x, cube)));
    const above = f32x4.add(ONE, t);
    v128.store(a, f32x4.mul(f32x4.mul(HALF, v), above));
    const inner = f32x4.mul(SCALE, f32x4.add(ONE, f32x4.mul(f32x4.splat(0.134145), square)));
    const bend = f32x4.mul(f32x4.mul(f32x4.mul(HALF, x), f32x4.sub(ONE, f32x4.mul(t, t))), inner);
    v128.store(derivatives, f32x4.add(f32x4.mul(HALF, above), bend));
  }
}

/** a = max(z, 0) + log(1 + e^-|z|) */
export function mapSoftplus(z: usize, a: usize, derivatives: usize, vectors: usize): void {
  for (const end = z + 16 * vectors; z < end; z += 16, a += 16, derivatives += 16) {
    const x = v128.load(z);
    const u = exp4(f32x4.neg(f32x4.abs(x)));
    const s = f32x4.div(u, f32x4.add(f32x4.splat(2), u));
    const square = f32x4.mul(s, s);
    let p = f32x4.splat(f32(2.0 / 13.0));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(f32(2.0 / 11.0)));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(f32(2.0 / 9.0)));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(f32(2.0 / 7.0)));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(f32(2.0 / 5.0)));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(f32(2.0 / 3.0)));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(2));
    const positive = v128.andnot(x, f32x4.lt(x, f32x4.splat(0)));
    v128.store(a, f32x4.add(positive, f32x4.mul(p, s)));
    v128.store(derivatives, sigmoid4(x));
  }
}

/** derivative = a (1 - a) */
export function derivativesOfSigmoid(a: usize, derivatives: usize, vectors: usize): void {
  const ONE = f32x4.splat(1);
  for (const end = a + 16 * vectors; a < end; a += 16, derivatives += 16) {
    const x = v128.load(a);
    v128.store(derivatives, f32x4.mul(x, f32x4.sub(ONE, x)));
  }
}

/** derivative = 1 - a^2 */
export function derivativesOfTanh(a: usize, derivatives: usize, vectors: usize): void {
  const ONE = f32x4.splat(1);
  for (const end = a + 16 * vectors; a < end; a += 16, derivatives += 16) {
    const x = v128.load(a);
    v128.store(derivatives, f32x4.sub(ONE, f32x4.mul(x, x)));
  }
}

/** derivative = a > 0 ? 1 : 0 */
export function derivativesOfRelu(a: usize, derivatives: usize, vectors: usize): void {
  const ONE = f32x4.splat(1);
  for (const end = a + 16 * vectors; a < end; a += 16, derivatives += 16) {
    v128.store(derivatives, v128.and(ONE, f32x4.gt(v128.load(a), f32x4.splat(0))));
  }
}
