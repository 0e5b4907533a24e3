import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { costFunction, type CostFunction } from "../../src/functions/cost-function.ts";
import { FormulaError } from "../../src/functions/formula-error.ts";

function formula(expression: string): CostFunction {
  return costFunction({ name: "expression", expression });
}

describe("costFunction() of an expression", () => {
  it.each([
    ["-v1^2", [3], -9],
    ["(-v1)^2", [3], 9],
    ["2^-v1^2", [1], 0.5],
    ["v1^2^3", [-2], 256],
    ["v1^-2", [2], 0.25],
    ["v1 - v2 - 1", [5, 2], 2],
    ["v1 / v2 / 2", [8, 2], 2],
    ["2*-v1", [3], -6],
    ["v1^0.5", [4], 2],
    ["sin(pi/2) + cos(0)*v1 + log(e)", [1], 3],
    ["sqrt(v1) + tanh(0)", [9], 3],
    ["1e-3*v10", [0, 0, 0, 0, 0, 0, 0, 0, 0, 7], 0.007],
  ])("%s at %j is %d", (expression, point, value) => {
    expect(formula(expression).at(point).value).toBeCloseTo(value, 12);
  });

  test.each([
    ["foo + v1", 'Unknown word "foo" in the expression'],
    ["v11", 'Unknown word "v11" in the expression'],
    ["constructor(v1)", 'Unknown word "constructor" in the expression'],
    ["__proto__", 'Unknown word "__proto__" in the expression'],
    ["v1.constructor", "numbers, variables"],
    ["v1[0]", "numbers, variables"],
    ["[v1]", "numbers, variables"],
    ["v1 ? 1 : 2", "numbers, variables"],
    ["'a'", "A number in the expression must be finite"],
    ["1e999", "A number in the expression must be finite"],
    ["sin(v1, v2)", "The function sin must have one argument (got 2)"],
    ["sin + 1", "The function sin must have one argument (got 0)"],
    ["3 v1", "The expression must have an operator between two terms (got none)"],
    ["v1; v2", "The expression must have an operator between two terms (got none)"],
    ["", "The expression is empty"],
    ["v1 +", "The expression has an error"],
    ["((v1)", "The expression has an error"],
    ["v1 == 2", "The expression has an error"],
    ["v1".padEnd(501), "at most 500 characters"],
  ])("refuses %s", (expression, reason) => {
    expect(() => formula(expression)).toThrow(FormulaError);
    expect(() => formula(expression)).toThrow(reason);
  });

  it("takes any text for a formula or refuses it as none", () => {
    const characters = fc.constantFrom(..."v12 +-*/^().,esincoplgtah[]{}'\"`$\\;?:=!~&|<>@#%_\n\0".split(""));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), (text) => {
        try {
          formula(text.join("")).at(new Array(10).fill(0.5));
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
    );
  });

  it("bears the deepest nesting that its length allows", () => {
    expect(formula(`${"(".repeat(249)}v1${")".repeat(249)}`).at([2]).value).toBe(2);
    expect(formula(`${"-".repeat(498)}v1`).at([2]).value).toBe(2);
  });
});

describe("costFunction() has the gradient that central differences have", () => {
  const text = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.constantFrom("v1", "v2", "v3", "pi"), fc.integer({ min: 1, max: 9 }).map(String)),
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie("leaf"),
      fc
        .tuple(tie("node"), fc.constantFrom("+", "-", "*"), tie("node"))
        .map((parts) => `(${parts.join("")})`),
      tie("node").map((inner) => `(${String(inner)}/(2 + ${String(inner)}^2))`),
      fc
        .tuple(fc.constantFrom("sin", "cos", "tanh"), tie("node"))
        .map(([name, inner]) => `${name}(${String(inner)})`),
      tie("node").map((inner) => `exp(-(${String(inner)})^2)`),
      tie("node").map((inner) => `log(1 + (${String(inner)})^2)`),
      tie("node").map((inner) => `(1 + sqrt(1 + (${String(inner)})^2))^1.5`),
      tie("node").map((inner) => `-tanh(${String(inner)})^3`),
    ),
  })).node as fc.Arbitrary<string>;
  const coordinate = fc.double({ min: -2, max: 2, noNaN: true });

  it("for any formula", () => {
    fc.assert(
      fc.property(text, fc.tuple(coordinate, coordinate, coordinate), (expression, point) => {
        fc.pre(expression.length < 400);
        const { at } = formula(`${expression} + 0*v3`);
        const { value, gradient } = at(point);
        fc.pre(Math.abs(value) < 1e6 && gradient.every((slope) => Math.abs(slope) < 1e4));
        for (const [i, slope] of gradient.entries()) {
          const differences = [1e-4, 1e-5, 1e-6].map((h) => Math.abs(central(at, point, i, h) - slope));
          expect(Math.min(...differences)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope), Math.abs(value)));
        }
      }),
    );
  });

  it.each(["rosenbrock", "himmelblau", "saddle", "rastrigin", "bowl"])("for %s", (name) => {
    const { at } = costFunction({ name, curvatures: [1, 10] });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate), (point) => {
        for (const [i, slope] of at(point).gradient.entries())
          expect(Math.abs(central(at, point, i, 1e-5) - slope)).toBeLessThan(
            1e-4 * Math.max(1, Math.abs(slope)),
          );
      }),
    );
  });
});

/** Returns (C(v + h) - C(v - h)) / 2h along one variable. */
function central(at: CostFunction["at"], point: readonly number[], i: number, h: number): number {
  const moved = (by: number): number => at(point.map((v, j) => (i === j ? v + by : v))).value;
  return (moved(h) - moved(-h)) / (2 * h);
}

describe("costFunction() by name", () => {
  it.each([
    // scipy.optimize.rosen and rosen_der
    ["rosenbrock", [-1.2, 1], 24.2, [-215.6, -88]],
    ["himmelblau", [3, 2], 0, [0, 0]],
    ["himmelblau", [1, 1], 106, [-46, -38]],
    ["saddle", [1, 2], -1.5, [1, -2]],
    ["rastrigin", [1, 1], 2, [2, 2]],
    ["bowl", [1, 1], 5.5, [1, 10]],
  ])("%s at %j", (name, point, value, gradient) => {
    const found = costFunction({ name, curvatures: [1, 10] }).at(point);
    expect(found.value).toBeCloseTo(value, 10);
    for (const [i, slope] of gradient.entries()) expect(found.gradient[i]).toBeCloseTo(slope, 10);
  });
});
