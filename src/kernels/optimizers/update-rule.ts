/** Numbers that a step changes in place. */
export type Vector = Float32Array | Float64Array;

/** What an update computes with, rounded to the precision that it has. */
export interface UpdateRates {
  readonly rate: number;
  readonly rootScale: number;
  readonly beta1: number;
  /** 1 - beta1. */
  readonly gain1: number;
  readonly beta2: number;
  /** 1 - beta2. */
  readonly gain2: number;
  readonly epsilon: number;
  /** Rounds the result of an operation: Math.fround, or nothing for float64. */
  readonly round: (value: number) => number;
}

/** An optimizer as a plain function on vectors, which keeps nothing itself. */
export interface UpdateRule {
  /** Names of the vectors that it carries from step to step. */
  readonly state: readonly string[];
  /**
   * Takes one step.
   *
   * @param w In and out: the parameters.
   * @param g Their gradient.
   * @param state In and out: a vector for each name, +0 before the first step.
   */
  readonly update: (w: Vector, g: Vector, state: readonly Vector[], rates: UpdateRates) => void;
}

/**
 * What is smaller becomes +0 in a state that decays: it would otherwise end among the subnormal numbers, where many
 * CPUs are several times slower, and stay there.
 */
export const SMALLEST_STATE: number = 1 / 1267650600228229401496703205376; // 2^-100

/** Returns a value of a state, +0 where it is too small to matter; NaN stays. */
export function flushState(value: number): number {
  return Math.abs(value) < SMALLEST_STATE ? 0 : value;
}
