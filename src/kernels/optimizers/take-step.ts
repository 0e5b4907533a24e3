import type { Optimizer } from "./optimizer.ts";
import { ruleOf } from "./rule-of.ts";
import type { StepRates } from "./step-rates.ts";
import type { Vector } from "./rule-of.ts";

/** One step of an optimizer on one vector of parameters. */
export interface Step {
  readonly optimizer: Optimizer;
  readonly rates: StepRates;
  /** In and out: the parameters. */
  readonly w: Vector;
  /** In: their gradient; out: with what penalties add to it. */
  readonly g: Vector;
  /** In and out: what the rule carries from step to step, +0 before the first one. */
  readonly state: readonly Vector[];
  /** Whether l2, l1 and weightDecay apply: to weights, not to biases. */
  readonly isPenalized: boolean;
  /** Rounds the result of every operation: Math.fround, or nothing for float64. */
  readonly round: (value: number) => number;
}

/** Adds l2 w and l1 sign w to the gradient, shortens the weights by their decay, then follows the optimizer's rule. */
export function takeStep({ optimizer, rates, w, g, state, isPenalized, round }: Step): void {
  const { name, beta1 = 0, beta2 = 0, epsilon = 0 } = optimizer;
  if (isPenalized) {
    addPenalty(g, w, optimizer, round);
    if (rates.decay > 0) shorten(w, round(rates.decay), round);
  }
  ruleOf(name).update(w, g, state, {
    rate: round(rates.rate),
    rootScale: round(rates.rootScale),
    beta1: round(beta1),
    gain1: round(1 - beta1),
    beta2: round(beta2),
    gain2: round(1 - beta2),
    epsilon: round(epsilon),
    round,
  });
}

function addPenalty(g: Vector, w: Vector, { l2 = 0, l1 = 0 }: Optimizer, f: Step["round"]): void {
  if (l2 === 0 && l1 === 0) return;
  for (let i = 0; i < w.length; i++) {
    g[i] = f(f(g[i]! + f(f(l2) * w[i]!)) + f(l1) * Math.sign(w[i]!));
  }
}

function shorten(w: Vector, decay: number, f: Step["round"]): void {
  for (let i = 0; i < w.length; i++) w[i]! -= f(decay * w[i]!);
}
