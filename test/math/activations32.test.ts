import { describe, expect, it } from "vitest";
import * as activations from "../../src/math/activations32.ts";

const POINTS = Array.from({ length: 2001 }, (_, i) => Math.fround((i - 1000) / 80));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const inner = (x: number): number => Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3);

/** Function, slope, and what the function should be in float64. */
const FUNCTIONS = [
  ["leakyRelu", activations.leakyRelu32, activations.leakyReluDerivative32, (x) => (x > 0 ? x : 0.01 * x)],
  ["elu", activations.elu32, activations.eluDerivative32, (x) => (x > 0 ? x : Math.expm1(x))],
  ["silu", activations.silu32, activations.siluDerivative32, (x) => x * sigmoid(x)],
  ["gelu", activations.gelu32, activations.geluDerivative32, (x) => (x * (1 + Math.tanh(inner(x)))) / 2],
  ["softplus", activations.softplus32, activations.softplusDerivative32, (x) => Math.log1p(Math.exp(x))],
] satisfies [string, (x: number) => number, (x: number) => number, (x: number) => number][];

describe.each(FUNCTIONS)("%s32()", (_, found, slope, expected) => {
  it("agrees with float64 to 2e-7 of 1 + |x|", () => {
    for (const x of POINTS) expect(Math.abs(found(x) - expected(x))).toBeLessThan(2e-7 * (1 + Math.abs(x)));
  });
  it("has the slope that its neighbours show", () => {
    for (const x of POINTS.filter((point) => point !== 0)) {
      const measured = (expected(x + 1e-6) - expected(x - 1e-6)) / 2e-6;
      expect(Math.abs(slope(x) - measured)).toBeLessThan(1e-5);
    }
  });
  it("keeps NaN", () => {
    expect(found(NaN)).toBeNaN();
  });
});

describe("softplus32()", () => {
  it("errs by less than 4 ULP", () => {
    for (const x of [...POINTS, Math.fround(-2.02095627784729)]) {
      const exact = Math.log1p(Math.exp(x));
      const ulp = 2 ** (Math.floor(Math.log2(exact)) - 23);
      expect(Math.abs(activations.softplus32(x) - exact)).toBeLessThan(4 * ulp);
    }
  });
});
