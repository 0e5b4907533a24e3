import { exp } from "../../src/math/exp.ts";
import { cos } from "../../src/math/sin-cos.ts";

/** A function of known minimum, over the unit cube. */
export interface TestFunction {
  readonly name: string;
  readonly dimensions: number;
  /** How far above the minimum it is. */
  readonly regretAt: (shares: readonly number[]) => number;
}

const PI = 3.141592653589793;

const HARTMANN = [
  { weight: 1, slopes: [10, 3, 17, 3.5, 1.7, 8], centre: [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886] },
  {
    weight: 1.2,
    slopes: [0.05, 10, 17, 0.1, 8, 14],
    centre: [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
  },
  { weight: 3, slopes: [3, 3.5, 1.7, 10, 17, 8], centre: [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665] },
  {
    weight: 3.2,
    slopes: [17, 8, 0.05, 10, 0.1, 14],
    centre: [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
  },
];

/** Source: Surjanovic and Bingham, Virtual Library of Simulation Experiments (2013). */
export const TEST_FUNCTIONS: readonly TestFunction[] = [
  { name: "Branin", dimensions: 2, regretAt: ([a, b]) => branin(15 * a! - 5, 15 * b!) - 0.39788735772973816 },
  { name: "Hartmann-6", dimensions: 6, regretAt: (x) => hartmann(x) + 3.3223680114155147 },
  { name: "Rosenbrock", dimensions: 10, regretAt: (shares) => rosenbrock(shares.map((s) => 10 * s - 5)) },
  { name: "Rastrigin", dimensions: 5, regretAt: (shares) => rastrigin(shares.map((s) => 10.24 * s - 5.12)) },
];

function branin(x: number, y: number): number {
  const bent = y - (5.1 / (4 * PI * PI)) * x * x + (5 / PI) * x - 6;
  return bent * bent + 10 * (1 - 1 / (8 * PI)) * cos(x) + 10;
}

function hartmann(x: readonly number[]): number {
  return -sum(
    HARTMANN.map(({ weight, slopes, centre }) => {
      return weight * exp(-sum(slopes.map((slope, i) => slope * square(x[i]! - centre[i]!))));
    }),
  );
}

function rosenbrock(x: readonly number[]): number {
  return sum(x.slice(1).map((next, i) => 100 * square(next - square(x[i]!)) + square(1 - x[i]!)));
}

function rastrigin(x: readonly number[]): number {
  return sum(x.map((value) => 10 + value * value - 10 * cos(2 * PI * value)));
}

function square(x: number): number {
  return x * x;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
