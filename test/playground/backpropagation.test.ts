import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { equationsOf } from "../../src/playground/lessons/backpropagation-equations.ts";
import {
  afterSteps,
  backpropagationStep,
  EXAMPLES,
  FIRST_PARAMETERS,
  type Example,
} from "../../src/playground/lessons/backpropagation-step.ts";
import { STAGES } from "../../src/playground/lessons/words.ts";

/** The nine numbers of the network: w11 w12 w21 w22 b1 b2, w31 w32 b3. */
const FIRST = [0.5, -0.4, 0.3, 0.8, 0.1, -0.2, 0.7, -0.6, 0.2];
/** Of the central differences. */
const H = 1e-5;

describe("backpropagationStep()", () => {
  it.each(EXAMPLES)("has the numbers of an independent computation for $x", (example) => {
    const { layers, cost } = backpropagationStep(FIRST_PARAMETERS, example, 2);
    const { z1, z2, z3, answer, cost: expected } = forward(FIRST, example);
    expectClose([...layers[0]!.z, ...layers[1]!.z], [z1, z2, z3]);
    expectClose([...layers[0]!.a, ...layers[1]!.a], [sigmoid(z1), sigmoid(z2), answer]);
    expectClose([cost], [expected]);
    expectClose(
      layers.flatMap(({ gradient }) => numbersOf(gradient)),
      differences(FIRST, example),
    );
    const after = FIRST.map((value, k) => value - 2 * differences(FIRST, example)[k]!);
    expectClose(
      layers.flatMap(({ updated }) => numbersOf(updated)),
      after,
    );
  });

  it("has errors that are the gradients of the biases, and leaves the parameters as they are", () => {
    const { layers } = backpropagationStep(FIRST_PARAMETERS, EXAMPLES[1]!, 2);
    for (const { delta, gradient } of layers) expect([...gradient.biases]).toEqual([...delta]);
    expectClose(FIRST_PARAMETERS.flatMap(numbersOf), FIRST);
  });
});

describe("afterSteps()", () => {
  it("learns the exclusive or", () => {
    const learned = afterSteps(FIRST_PARAMETERS, 2, 2000);
    for (const example of EXAMPLES) {
      const { layers } = backpropagationStep(learned, example, 2);
      expect(Math.abs(layers[1]!.a[0]! - example.y)).toBeLessThan(0.1);
    }
  });
});

describe("equationsOf()", () => {
  it.each(STAGES)("writes computations of %s that give the values beside them", (stage) => {
    for (const example of EXAMPLES) {
      const equations = equationsOf(stage, backpropagationStep(FIRST_PARAMETERS, example, 2), example, 2);
      expect(equations.length).toBeGreaterThan(0);
      for (const { symbol, computation, value } of equations)
        expect(Math.abs(evaluate(computation) - evaluate(value)), symbol).toBeLessThan(0.003); // of rounded numbers
    }
  });
});

/** Returns what a computation gives, as one would type it into a calculator. */
function evaluate(computation: string): number {
  const code = computation
    .replaceAll("−", "-")
    .replaceAll("·", "*")
    .replaceAll("½ ", "0.5 * ")
    .replaceAll("²", "**2")
    .replaceAll("σ(", "sigmoid(")
    .replaceAll(/(\d) \(/g, "$1 * (");
  return Number(runInNewContext(code, { sigmoid }));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function forward(p: readonly number[], { x: [x1, x2], y }: Example) {
  const z1 = p[0]! * x1 + p[1]! * x2 + p[4]!;
  const z2 = p[2]! * x1 + p[3]! * x2 + p[5]!;
  const z3 = p[6]! * sigmoid(z1) + p[7]! * sigmoid(z2) + p[8]!;
  return { z1, z2, z3, answer: sigmoid(z3), cost: (y - sigmoid(z3)) ** 2 / 2 };
}

/** Returns the gradient of the cost by central differences. */
function differences(p: readonly number[], example: Example): number[] {
  const costAt = (k: number, value: number): number => forward(p.with(k, value), example).cost;
  return p.map((value, k) => (costAt(k, value + H) - costAt(k, value - H)) / (2 * H));
}

function numbersOf({ weights, biases }: { weights: Float32Array; biases: Float32Array }): number[] {
  return [...weights, ...biases];
}

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 6));
}
