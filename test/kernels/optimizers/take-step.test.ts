import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Optimizer } from "../../../src/kernels/optimizers/optimizer.ts";
import { ruleOf } from "../../../src/kernels/optimizers/rule-of.ts";
import { stepRates } from "../../../src/kernels/optimizers/step-rates.ts";
import { takeStep } from "../../../src/kernels/optimizers/take-step.ts";
import type { Vector } from "../../../src/kernels/optimizers/rule-of.ts";

interface Vectors {
  readonly start: readonly number[];
  readonly cases: readonly { optimizer: Optimizer; eta: number; path: readonly (readonly number[])[] }[];
}

const vectors = new URL("../../vectors/optimizers/steps.json", import.meta.url);
const { start, cases } = JSON.parse(readFileSync(vectors, "utf8")) as Vectors;
const float64 = { make: (values: readonly number[]): Vector => new Float64Array(values), round: identity };
const float32 = { make: (values: readonly number[]): Vector => new Float32Array(values), round: Math.fround };

/** Follows a gradient from a start; returns where each step ends. */
function descend(
  {
    optimizer,
    eta,
    from,
    steps,
  }: { optimizer: Optimizer; eta: number; from: readonly number[]; steps: number },
  gradientOf: (w: Vector, t: number) => readonly number[],
  { make, round } = float64,
): Vector[] {
  const w = make(from);
  const state = ruleOf(optimizer.name).state.map(() => make(from.map(() => 0)));
  return Array.from({ length: steps }, (_, t) => {
    const g = make(clip(gradientOf(w, t), optimizer.clipNorm));
    takeStep({ optimizer, rates: stepRates(optimizer, eta, t + 1), w, g, state, isPenalized: true, round });
    return w.slice();
  });
}

describe("takeStep() agrees with PyTorch over 20 steps", () => {
  // The gradient of test/vectors/optimizers/make.py.
  const gradientOf = (w: Vector, t: number): number[] => {
    const slopes = [10, 1, 0.1, 0.01];
    const offsets = [0.3, -0.2, 0.1, 0.05];
    return slopes.map((slope, i) => (slope * w[i]! - offsets[i]!) * (t % 3 === 2 ? -1 : 1));
  };

  test.each(cases)("$optimizer to 1e-12 in float64, to 2e-6 in float32", ({ optimizer, eta, path }) => {
    const course = { optimizer, eta, from: start, steps: path.length };
    expect(distance(descend(course, gradientOf), path)).toBeLessThan(1e-12);
    expect(distance(descend(course, gradientOf, float32), path)).toBeLessThan(2e-6);
  });
});

const SOLVERS: readonly (readonly [Optimizer, { parabola: number; rosenbrock: number }])[] = [
  [{ name: "sgd" }, { parabola: 0.1, rosenbrock: 1e-3 }],
  [
    { name: "momentum", beta1: 0.9 },
    { parabola: 0.1, rosenbrock: 1e-4 },
  ],
  [
    { name: "nesterov", beta1: 0.9 },
    { parabola: 0.1, rosenbrock: 1e-4 },
  ],
  [
    { name: "adagrad", epsilon: 1e-8 },
    { parabola: 1, rosenbrock: 1 },
  ],
  [
    { name: "rmsprop", beta2: 0.9, epsilon: 1e-8 },
    { parabola: 1e-3, rosenbrock: 1e-3 },
  ],
  [
    { name: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    { parabola: 0.05, rosenbrock: 0.01 },
  ],
  [
    { name: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 },
    { parabola: 0.05, rosenbrock: 0.01 },
  ],
];

describe.each(SOLVERS)("$name", (optimizer, { parabola, rosenbrock }) => {
  it("finds the bottom of a parabola", () => {
    const course = { optimizer, eta: parabola, from: [3, -2], steps: 5000 };
    const end = descend(course, (w) => [2 * (w[0]! - 1), 2 * (w[1]! - 2)]).at(-1)!;
    expect(distance([end], [[1, 2]])).toBeLessThan(2e-3);
  });

  it("follows Rosenbrock's valley to its end", () => {
    const course = { optimizer, eta: rosenbrock, from: [-1, 1.5], steps: 40_000 };
    const end = descend(course, ([x, y]) => {
      const rise = y! - x! * x!;
      return [-2 * (1 - x!) - 400 * x! * rise, 200 * rise];
    }).at(-1)!;
    expect(distance([end], [[1, 1]])).toBeLessThan(1e-2);
  });
});

describe("takeStep()", () => {
  it.each(["momentum", "rmsprop", "adam"] as const)(
    "lets the state of %s fade to zero, not to subnormals",
    (name) => {
      const optimizer = { name, beta1: 0.5, beta2: 0.5, epsilon: 1e-8 };
      const state = ruleOf(name).state.map(() => new Float32Array(1).fill(1e-20));
      for (let t = 1; t <= 120; t++) {
        const w = Float32Array.of(1);
        const rates = { rate: 0.1, rootScale: 1, decay: 0 };
        takeStep({
          optimizer,
          rates,
          w,
          g: Float32Array.of(0),
          state,
          isPenalized: true,
          round: Math.fround,
        });
        for (const [value] of state) expect(value === 0 || value! > 2 ** -101).toBe(true);
      }
      expect(state).toEqual(state.map(() => Float32Array.of(0)));
    },
  );

  it("pulls weights towards zero by their sign with l1, and leaves zeros alone", () => {
    const w = Float64Array.of(2, -2, 0);
    const optimizer = { name: "sgd", l1: 0.5 } as const;
    const rates = { rate: 1, rootScale: 1, decay: 0 };
    takeStep({ optimizer, rates, w, g: new Float64Array(3), state: [], isPenalized: true, round: identity });
    expect(w).toEqual(Float64Array.of(1.5, -1.5, 0));
  });

  it("has no penalty and no decay for biases", () => {
    const b = Float64Array.of(2);
    const optimizer = { name: "sgd", l1: 0.5, l2: 1 } as const;
    const rates = { rate: 1, rootScale: 1, decay: 0.1 };
    takeStep({
      optimizer,
      rates,
      w: b,
      g: new Float64Array(1),
      state: [],
      isPenalized: false,
      round: identity,
    });
    expect(b).toEqual(Float64Array.of(2));
  });
});

function clip(gradient: readonly number[], clipNorm = Infinity): readonly number[] {
  const factor = Math.min(1, clipNorm / Math.hypot(...gradient));
  return gradient.map((g) => g * factor);
}

function distance(found: readonly ArrayLike<number>[], expected: readonly ArrayLike<number>[]): number {
  const differences = expected.flatMap((row, i) =>
    Array.from(row, (value, j) => Math.abs(found[i]![j]! - value)),
  );
  return Math.max(...differences);
}

function identity(value: number): number {
  return value;
}
