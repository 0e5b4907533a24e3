import type { OptimizerName } from "../../fields/configuration.ts";

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

const RULES: Readonly<Record<OptimizerName, UpdateRule>> = {
  sgd: { state: [], update: updateSgd },
  momentum: { state: ["velocity"], update: updateMomentum },
  nesterov: { state: ["velocity"], update: updateNesterov },
  adagrad: { state: ["squares"], update: updateAdagrad },
  rmsprop: { state: ["squares"], update: updateRmsprop },
  adam: { state: ["mean", "squares"], update: updateAdam },
  adamw: { state: ["mean", "squares"], update: updateAdam }, // the decay of the weights is a step of its own
};

/** Returns the rule by which an optimizer moves parameters. */
export function ruleOf(name: OptimizerName): UpdateRule {
  return RULES[name];
}

/** w = w - eta g. */
function updateSgd(w: Vector, g: Vector, _: readonly Vector[], { rate, round: f }: UpdateRates): void {
  for (let i = 0; i < w.length; i++) w[i]! -= f(rate * g[i]!);
}

/**
 * v = beta1 v + g; w = w - eta v.
 * Source: Polyak, "Some methods of speeding up the convergence of iteration methods" (1964).
 */
function updateMomentum(
  w: Vector,
  g: Vector,
  [v]: readonly Vector[],
  { rate, beta1, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    v![i] = flushState(f(f(beta1 * v![i]!) + g[i]!));
    w[i]! -= f(rate * v![i]!);
  }
}

/**
 * v = beta1 v + g; w = w - eta (g + beta1 v).
 * Source: Sutskever, Martens, Dahl, Hinton, "On the importance of initialization and momentum in deep learning"
 * (ICML 2013), in the form that looks ahead from the new w.
 */
function updateNesterov(
  w: Vector,
  g: Vector,
  [v]: readonly Vector[],
  { rate, beta1, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    v![i] = flushState(f(f(beta1 * v![i]!) + g[i]!));
    w[i]! -= f(rate * f(g[i]! + f(beta1 * v![i]!)));
  }
}

/**
 * s = s + g^2; w = w - eta g / (sqrt s + epsilon).
 * Source: Duchi, Hazan, Singer, "Adaptive subgradient methods" (JMLR 12, 2011).
 */
function updateAdagrad(
  w: Vector,
  g: Vector,
  [s]: readonly Vector[],
  { rate, epsilon, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    s![i] = flushState(f(s![i]! + f(g[i]! * g[i]!)));
    w[i]! -= f(f(rate * g[i]!) / f(f(Math.sqrt(s![i]!)) + epsilon));
  }
}

/**
 * s = beta2 s + (1 - beta2) g^2; w = w - eta g / (sqrt s + epsilon).
 * Source: Tieleman and Hinton, lecture 6.5 of "Neural Networks for Machine Learning" (2012).
 */
function updateRmsprop(
  w: Vector,
  g: Vector,
  [s]: readonly Vector[],
  { rate, beta2, gain2, epsilon, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    s![i] = flushState(f(f(beta2 * s![i]!) + f(gain2 * f(g[i]! * g[i]!))));
    w[i]! -= f(f(rate * g[i]!) / f(f(Math.sqrt(s![i]!)) + epsilon));
  }
}

/**
 * m = beta1 m + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2; w = w - rate m / (rootScale sqrt s + epsilon). The two
 * rates hold the corrections of the first steps, see step-rates.ts.
 * Source: Kingma and Ba, "Adam" (ICLR 2015); adamw: Loshchilov and Hutter, "Decoupled weight decay" (ICLR 2019).
 */
function updateAdam(
  w: Vector,
  g: Vector,
  [m, s]: readonly Vector[],
  { rate, rootScale, beta1, gain1, beta2, gain2, epsilon, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    m![i] = flushState(f(f(beta1 * m![i]!) + f(gain1 * g[i]!)));
    s![i] = flushState(f(f(beta2 * s![i]!) + f(gain2 * f(g[i]! * g[i]!))));
    w[i]! -= f(f(rate * m![i]!) / f(f(rootScale * f(Math.sqrt(s![i]!))) + epsilon));
  }
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
