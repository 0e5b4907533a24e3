import { integerPower } from "../math/integer-power.ts";
import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { ELEMENTARY } from "./elementary.ts";
import type { Formula } from "./formula.ts";

/** A value with its derivatives by v1, v2, ... */
export interface Dual {
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * Returns the value of a formula at a point with its gradient, by forward differentiation: every node hands up its value
 * and its gradient. Source: Griewank and Walther, "Evaluating derivatives" (2008), chapter 3.
 */
export function differentiate(formula: Formula, at: ArrayLike<number>): Dual {
  switch (formula.kind) {
    case "number":
      return { value: formula.value, gradient: new Float64Array(at.length) };
    case "variable": {
      const gradient = new Float64Array(at.length);
      gradient[formula.index] = 1;
      return { value: at[formula.index]!, gradient };
    }
    case "call": {
      const { value: x, gradient } = differentiate(formula.argument, at);
      const { value, derivative } = ELEMENTARY.get(formula.name)!;
      const y = value(x);
      return { value: y, gradient: combine(gradient, derivative(x, y)) };
    }
    case "^":
      return power(differentiate(formula.left, at), differentiate(formula.right, at), formula.right);
    default:
      return combineBy(formula.kind, differentiate(formula.left, at), differentiate(formula.right, at));
  }
}

function combineBy(operation: "+" | "-" | "*" | "/", a: Dual, b: Dual): Dual {
  switch (operation) {
    case "+":
      return { value: a.value + b.value, gradient: combine(a.gradient, 1, b.gradient, 1) };
    case "-":
      return { value: a.value - b.value, gradient: combine(a.gradient, 1, b.gradient, -1) };
    case "*":
      return { value: a.value * b.value, gradient: combine(a.gradient, b.value, b.gradient, a.value) };
    case "/": {
      const value = a.value / b.value;
      return { value, gradient: combine(a.gradient, 1 / b.value, b.gradient, -value / b.value) };
    }
    default:
      return operation satisfies never;
  }
}

/** A whole exponent multiplies; any other one is e^(b log a), which wants a positive a. */
function power(a: Dual, b: Dual, exponent: Formula): Dual {
  if (exponent.kind === "number" && Number.isInteger(exponent.value)) {
    const n = exponent.value;
    return { value: wholePower(a.value, n), gradient: combine(a.gradient, n * wholePower(a.value, n - 1)) };
  }
  const logarithm = log(a.value);
  const value = exp(b.value * logarithm);
  return { value, gradient: combine(a.gradient, (value * b.value) / a.value, b.gradient, value * logarithm) };
}

function wholePower(base: number, exponent: number): number {
  return exponent < 0 ? 1 / integerPower(base, -exponent) : integerPower(base, exponent);
}

/** Returns a times p plus b times q; what does not change adds nothing, however steep the other factor is. */
function combine(a: Float64Array, p: number, b?: Float64Array, q = 0): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== 0) sum[i] = a[i]! * p;
    if (b && b[i] !== 0) sum[i]! += b[i]! * q;
  }
  return sum;
}
