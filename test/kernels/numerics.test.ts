import { describe, expect, it } from "vitest";
import type { LayerParameters } from "../../src/kernels/network.ts";
import { sigmoid32 } from "../../src/math/float32.ts";
import { activations, allRows, kernels, makeProblem, openSession, outputs, type Shape } from "./fixtures.ts";
import { oracleGradient, toOracle } from "./oracle.ts";

const shape: Shape = {
  features: 13,
  hidden: [6, 5],
  classes: 4,
  examples: 20,
  inputs: "bytes",
  density: 0.4,
  activation: "sigmoid",
  output: "sigmoid",
  loss: "quadratic",
  scale: 1,
  seed: 2,
};
/** The smallest normal float32 and the smallest error that stays. */
const SMALLEST_NORMAL = 2 ** -126;
const SMALLEST_ERROR = 2 ** -60;

const isBelow = (size: number) => (value: number) => value !== 0 && Math.abs(value) < size;
const numbersOf = (layers: readonly LayerParameters[]): number[] =>
  layers.flatMap(({ weights, biases }) => [...weights, ...biases]);

describe.each(kernels)("$name, with two saturated sigmoid layers,", (kernel) => {
  const saturated = makeProblem(shape);
  for (const { biases } of saturated.parameters) biases.fill(-29);
  const rows = allRows(saturated);

  it("keeps gradients free of subnormals that float32 would have without the denormal rule", () => {
    const exact = oracleGradient(saturated, toOracle(saturated), rows.subarray(0, 1));
    const exactNumbers = exact.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
    expect(exactNumbers.filter(isBelow(SMALLEST_NORMAL)).length).toBeGreaterThan(5);
    const session = openSession(kernel, saturated);
    for (const row of rows) {
      const gradient = session.gradient(Uint32Array.of(row));
      expect(numbersOf(gradient).filter(isBelow(SMALLEST_NORMAL))).toEqual([]);
      expect(gradient.flatMap(({ biases }) => [...biases]).filter(isBelow(SMALLEST_ERROR))).toEqual([]);
      expect(gradient.at(-1)!.biases.some((d) => d !== 0)).toBe(true);
    }
  });

  it("trains without making subnormal parameters", () => {
    const session = openSession(kernel, saturated);
    session.train(rows, 5, new Float32Array(4).fill(0.01), new Float64Array(4));
    expect(numbersOf(session.parameters()).filter(isBelow(SMALLEST_NORMAL))).toEqual([]);
  });
});

describe.each(kernels)("$name, where weighted inputs are not finite,", (kernel) => {
  const limits: Record<(typeof activations)[number], number[]> = {
    sigmoid: [NaN, sigmoid32(30), sigmoid32(-30)],
    tanh: [NaN, 1, -1],
    relu: [NaN, Infinity, 0],
    leakyRelu: [NaN, Infinity, -Infinity],
    elu: [NaN, Infinity, -1],
    gelu: [NaN, Infinity, -0],
    silu: [NaN, Infinity, Math.fround(-30 * sigmoid32(-30))],
    softplus: [NaN, Infinity, 0],
    identity: [NaN, Infinity, -Infinity],
  };

  it.each(activations)("keeps NaN and takes %s of infinities to its limits", (activation) => {
    const problem = makeProblem({ ...shape, activation });
    problem.parameters[0]!.biases.set([NaN, Infinity, -Infinity]);
    const found = openSession(kernel, problem).activations(Uint32Array.of(0, 9), 0);
    const expected = Float32Array.from(limits[activation]);
    expect(found.slice(0, 3)).toEqual(expected);
    expect(found.slice(6, 9)).toEqual(expected); // an empty row
    expect(found.slice(3, 6).every(Number.isFinite)).toBe(true);
  });

  it.each(outputs)("has a loss that is NaN if an output is: %s, %s", (output, loss) => {
    const problem = makeProblem({ ...shape, hidden: [], output, loss });
    problem.parameters[0]!.biases.set([NaN], 2);
    const session = openSession(kernel, problem);
    const losses = new Float64Array(1);
    expect(session.evaluate(allRows(problem)).lossSum).toBe(NaN);
    session.train(allRows(problem), 20, Float32Array.of(0.1), losses);
    expect(losses[0]).toBe(NaN);
  });

  it("never predicts the class of an output that is NaN, and class 0 if all are", () => {
    const problem = makeProblem({ ...shape, hidden: [], output: "identity" });
    const { biases } = problem.parameters[0]!;
    const rows = allRows(problem).filter((row) => problem.dataset.labels![row] === 2);
    biases.set([-90, NaN, 90, -90]);
    expect(openSession(kernel, problem).evaluate(rows).correct).toBe(rows.length);
    biases.fill(NaN);
    expect(openSession(kernel, problem).evaluate(rows).correct).toBe(0);
    const zeros = allRows(problem).filter((row) => problem.dataset.labels![row] === 0);
    expect(openSession(kernel, problem).evaluate(zeros).correct).toBe(zeros.length);
  });
});
