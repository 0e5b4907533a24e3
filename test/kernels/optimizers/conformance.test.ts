import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { batchSteps } from "../../../src/kernels/batch-steps.ts";
import type { Optimizer } from "../../../src/kernels/optimizers/optimizer.ts";
import { simd } from "../../../src/kernels/simd/simd.ts";
import { allRows, kernels, makeProblem, openSession, type Problem, type Shape } from "../fixtures.ts";
import { expectSameBits, observe } from "../observe.ts";

const shape: Shape = {
  features: 13,
  hidden: [7, 5],
  classes: 5,
  examples: 31,
  inputs: "bytes",
  density: 0.3,
  activation: "tanh",
  output: "sigmoid",
  loss: "quadratic",
  scale: 1,
  seed: 1,
};

/** Every optimizer with its coefficients. */
const OPTIMIZERS: readonly Optimizer[] = [
  { name: "sgd" },
  { name: "momentum", beta1: 0.9 },
  { name: "nesterov", beta1: 0.8 },
  { name: "adagrad", epsilon: 1e-8 },
  { name: "rmsprop", beta2: 0.9, epsilon: 1e-8 },
  { name: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  { name: "adamw", beta1: 0.9, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.1 },
];
const OPTIONS: readonly Partial<Optimizer>[] = [
  {},
  { l2: 0.01 },
  { l1: 0.005 },
  { clipNorm: 0.05 },
  { maxNorm: 0.5 },
  { l2: 0.02, l1: 0.01, clipNorm: 0.1, maxNorm: 0.8 },
];
const cases = OPTIMIZERS.flatMap((optimizer) => OPTIONS.map((options) => ({ ...optimizer, ...options })));

describe.each(cases)("%j", (optimizer) => {
  test.each([1, 7, 130])("simd equals reference bit for bit, for batches of %i", (batchSize) => {
    const examples = batchSize > 100 ? 150 : 31;
    expectSameBits(makeProblem({ ...shape, optimizer, examples }), batchSize, 2, 0.1);
  });
});

const smooth = fc.record({
  features: fc.integer({ min: 1, max: 60 }),
  hidden: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
  classes: fc.integer({ min: 2, max: 12 }),
  inputs: fc.constantFrom("bytes" as const, "floats" as const),
  density: fc.constantFrom(0, 0.1, 1),
  optimizer: fc.constantFrom(...cases),
  seed: fc.nat(),
});

test("simd equals reference bit for bit, for random networks and data", () => {
  const property = fc.property(smooth, fc.constantFrom(1, 4, 10), (changes, batchSize) => {
    expectSameBits(makeProblem({ ...shape, ...changes }), batchSize, 2, 0.05);
  });
  fc.assert(property, { seed: 1, numRuns: 100 });
});

test("simd has the same bits on its dense path", () => {
  for (const optimizer of cases) {
    const problem = makeProblem({ ...shape, optimizer });
    const sparse = openSession(simd, problem);
    const dense = openSession(simd, problem, {}, (data) => {
      const { blocksOffset, ...rest } = data;
      expect(blocksOffset).toBeDefined();
      return rest;
    });
    expect(observe(dense, problem, { batchSize: 4, epochs: 2 })).toEqual(
      observe(sparse, problem, { batchSize: 4, epochs: 2 }),
    );
  }
});

describe.each(kernels)("$name", (kernel) => {
  it.each(OPTIMIZERS)(
    "goes on from parameters() and optimizerState() as if never interrupted: $name",
    (o) => {
      const problem = makeProblem({ ...shape, optimizer: { ...o, l2: 0.01 } });
      const [whole, first, second] = [0, 1, 2].map(() => openSession(kernel, problem));
      const epochOf = trainer(problem);
      for (const epoch of [0, 1, 2]) epochOf(whole!, epoch);
      for (const epoch of [0, 1]) epochOf(first!, epoch);
      second!.setParameters(first!.parameters());
      second!.setOptimizerState(first!.optimizerState());
      epochOf(second!, 2);
      expect(second!.parameters()).toEqual(whole!.parameters());
      expect(second!.optimizerState()).toEqual(whole!.optimizerState());
    },
  );

  it("keeps the norms of a unit's weights and of the gradient within their limits", () => {
    const optimizer = { name: "sgd", maxNorm: 0.3 } as const;
    const problem = makeProblem({ ...shape, optimizer });
    const session = openSession(kernel, problem);
    trainer(problem)(session, 0);
    const { weights, biases } = session.parameters()[0]!;
    const norms = Array.from(biases, (_, j) => Math.hypot(...weights.subarray(13 * j, 13 * (j + 1))));
    expect(Math.max(...norms)).toBeCloseTo(0.3, 6);
  });

  it("shrinks weights that no input moves, as often as there are steps, whatever the decay", () => {
    for (const l2 of [1e-4, 0.3, 2, 10, 30]) {
      const problem = makeProblem({ ...shape, density: 0, hidden: [], optimizer: { name: "sgd", l2 } });
      const session = openSession(kernel, problem);
      trainer(problem)(session, 0);
      const before = problem.parameters[0]!.weights;
      const factor = (1 - Math.fround(0.1) * Math.fround(l2)) ** 8;
      session.parameters()[0]!.weights.forEach((w, i) => {
        expect(Math.abs(w - factor * before[i]!)).toBeLessThan(4e-7 * Math.abs(factor * before[i]!) + 1e-30);
      });
    }
  });
});

function trainer(problem: Problem): (session: ReturnType<typeof openSession>, epoch: number) => void {
  const rows = allRows(problem);
  const [etas, losses] = [new Float64Array(8).fill(0.1), new Float64Array(8)];
  return (session, epoch) => {
    const batches = { etas, examples: rows.length, batchSize: 4, stepsBefore: 8 * epoch };
    session.train(rows, 4, batchSteps(problem.network, batches), losses);
  };
}
