import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawParameters } from "../../src/kernels/draw-parameters.ts";
import { writePermutation } from "../../src/math/permutation.ts";
import { kernels, makeProblem, openSession, type Shape } from "./fixtures.ts";

const shape: Shape = {
  features: 9,
  hidden: [5, 6],
  classes: 3,
  examples: 40,
  inputs: "bytes",
  density: 0.3,
  activation: "sigmoid",
  output: "sigmoid",
  loss: "quadratic",
  scale: 1,
  seed: 5,
};
const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const key = fc.tuple(word, word);

describe.each(kernels)("$name", (kernel) => {
  it("draws the parameters that draw-parameters.ts does, bit for bit", () => {
    const sizes = fc.record({ features: fc.integer({ min: 1, max: 300 }), seed: fc.nat({ max: 100 }) });
    const spread = fc.constantFrom(1, Math.sqrt(1 / 7));
    const orNone = fc.constantFrom(0, 1, Math.sqrt(1 / 7));
    const property = fc.property(sizes, key, spread, orNone, (changes, drawn, weights, biases) => {
      const problem = makeProblem({ ...shape, ...changes });
      const session = openSession(kernel, problem);
      const deviations = problem.network.layers.map(() => ({ weights, biases }));
      session.drawParameters(deviations, drawn);
      expect(session.parameters()).toEqual(drawParameters(problem.network, deviations, drawn));
      expect(session.isFinite()).toBe(true);
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("shuffles the training rows as permutation.ts does, whatever was shuffled before", () => {
    const problem = makeProblem({ ...shape, examples: 1000 });
    const { train } = problem.dataset.parts;
    const session = openSession(kernel, problem);
    const order = new Uint32Array(train.length);
    const permutation = new Uint32Array(train.length);
    const property = fc.property(key, fc.integer({ min: 0, max: 100_000 }), (drawn, epoch) => {
      session.shuffle(order, drawn, epoch);
      writePermutation(permutation, drawn, epoch);
      expect([...order]).toEqual(Array.from(permutation, (place) => train[place]));
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("tells a parameter that is not finite, wherever it is", () => {
    const problem = makeProblem(shape);
    const session = openSession(kernel, problem);
    expect(session.isFinite()).toBe(true);
    problem.parameters.forEach((layer, l) => {
      for (const name of ["weights", "biases"] as const) {
        for (const at of [0, layer[name].length - 1]) {
          for (const value of [NaN, Infinity, -Infinity]) {
            const changed = layer[name].slice();
            changed[at] = value;
            session.setParameters(problem.parameters.with(l, { ...layer, [name]: changed }));
            expect(session.isFinite()).toBe(false);
          }
        }
      }
    });
  });
});
