import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { cos, sin } from "../math/sin-cos.ts";

/** A function of one number. */
export interface Elementary {
  readonly value: (x: number) => number;
  /** @param y Its value at x. */
  readonly derivative: (x: number, y: number) => number;
}

/** The functions that a formula may call, by name: own arithmetic, the same bits everywhere. */
export const ELEMENTARY: ReadonlyMap<string, Elementary> = new Map<string, Elementary>([
  ["exp", { value: exp, derivative: (_, y) => y }],
  ["log", { value: log, derivative: (x) => 1 / x }],
  ["sqrt", { value: Math.sqrt, derivative: (_, y) => 1 / (2 * y) }],
  ["sin", { value: within(sin), derivative: within(cos) }],
  ["cos", { value: within(cos), derivative: (x) => -within(sin)(x) }],
  ["tanh", { value: tanh, derivative: (_, y) => 1 - y * y }],
]);

/** Beyond it sine and cosine know too little of the angle. */
const LARGEST_ANGLE = 1e5;

/** Returns a periodic function with no value, NaN, where it would throw: a descent that gets there has diverged. */
function within(periodic: (x: number) => number): (x: number) => number {
  return (x) => (Math.abs(x) <= LARGEST_ANGLE ? periodic(x) : NaN);
}

/** Absolute error below 3e-16. */
function tanh(x: number): number {
  return 1 - 2 / (exp(2 * x) + 1);
}
