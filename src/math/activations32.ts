/**
 * Activations beyond sigmoid and tanh, and their derivatives, in float32 with one rounding after every operation. This file
 * defines their bits; the SIMD kernel repeats it operation by operation, four lanes at a time. Where nothing else is said,
 * the error of an activation is below 2e-7 of 1 + |x|.
 * @module
 */
import { exp32, sigmoid32, tanh32 } from "./float32.ts";

const f = Math.fround;

const LEAK = f(0.01);

/** Returns x above 0, else 0.01 x. Source: Maas, Hannun, Ng, "Rectifier nonlinearities" (ICML 2013). */
export function leakyRelu32(x: number): number {
  return x > 0 ? x : f(LEAK * x);
}

/** Returns the derivative of leakyRelu32. */
export function leakyReluDerivative32(x: number): number {
  return x > 0 ? 1 : LEAK;
}

/** Returns x above 0, else e^x - 1. Source: Clevert, Unterthiner, Hochreiter, "ELUs" (ICLR 2016), alpha 1. */
export function elu32(x: number): number {
  return x > 0 ? x : f(exp32(x) - 1);
}

/** Returns the derivative of elu32. */
export function eluDerivative32(x: number): number {
  return x > 0 ? 1 : exp32(x);
}

const SILU_LOWEST = -30; // where sigmoid32 stops falling

/** Returns x sigmoid(x), x kept above -30. Source: Elfwing, Uchibe, Doya, "Sigmoid-weighted linear units" (2018). */
export function silu32(x: number): number {
  const kept = x < SILU_LOWEST ? SILU_LOWEST : x;
  return f(kept * sigmoid32(kept));
}

/** Returns the derivative of silu32, s (1 + x (1 - s)) with s = sigmoid(x). */
export function siluDerivative32(x: number): number {
  const kept = x < SILU_LOWEST ? SILU_LOWEST : x;
  const s = sigmoid32(kept);
  return f(s * f(1 + f(kept * f(1 - s))));
}

const GELU_SCALE = f(0.7978845608028654); // sqrt(2 / pi)
const GELU_CUBE = f(0.044715);
const GELU_CUBE_DERIVATIVE = f(0.134145); // 3 * 0.044715
const GELU_LIMIT = 10; // beyond, tanh is 1

/** Returns x (1 + t) / 2, x kept above -10, with t = tanh(sqrt(2 / pi) (x + 0.044715 x^3)). Source: Hendrycks and Gimpel, "GELUs" (2016). */
export function gelu32(x: number): number {
  const kept = x < -GELU_LIMIT ? -GELU_LIMIT : x;
  return f(f(0.5 * kept) * f(1 + geluTanh(limited(x))));
}

/** Returns the derivative of gelu32, (1 + t) / 2 + x / 2 (1 - t^2) sqrt(2 / pi) (1 + 0.134145 x^2). */
export function geluDerivative32(x: number): number {
  const kept = limited(x);
  const t = geluTanh(kept);
  const inner = f(GELU_SCALE * f(1 + f(GELU_CUBE_DERIVATIVE * f(kept * kept))));
  return f(f(0.5 * f(1 + t)) + f(f(f(0.5 * kept) * f(1 - f(t * t))) * inner));
}

function geluTanh(x: number): number {
  return tanh32(f(GELU_SCALE * f(x + f(GELU_CUBE * f(x * f(x * x))))));
}

function limited(x: number): number {
  return x < -GELU_LIMIT ? -GELU_LIMIT : x > GELU_LIMIT ? GELU_LIMIT : x;
}

/** 2 / 13, 2 / 11, ... 2 / 3, 2: artanh(s) doubled, as a series in s^2. */
const SERIES = [2 / 13, 2 / 11, 2 / 9, 2 / 7, 2 / 5, 2 / 3, 2].map(f);

/**
 * Returns log(1 + e^x) = max(x, 0) + log(1 + u) with u = e^-|x| and log(1 + u) = 2 artanh(u / (2 + u)); error below
 * 4 ULP where it is not subnormal. Source: Dugas et al., "Incorporating second-order functional knowledge" (NIPS 2000).
 */
export function softplus32(x: number): number {
  const u = exp32(-Math.abs(x));
  const s = f(u / f(2 + u));
  const z = f(s * s);
  let p = SERIES[0]!;
  for (let i = 1; i < SERIES.length; i++) p = f(f(p * z) + SERIES[i]!);
  return f((x < 0 ? 0 : x) + f(p * s));
}

/** Returns the derivative of softplus32. */
export function softplusDerivative32(x: number): number {
  return sigmoid32(x);
}
