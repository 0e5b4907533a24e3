import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ClassDataset, NumberDataset } from "../../src/data/dataset.ts";
import type { DatasetMemory } from "../../src/kernels/dataset-memory.ts";
import type { LayerParameters } from "../../src/kernels/network.ts";
import type { Session } from "../../src/kernels/kernel.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import {
  activations,
  allRows,
  bitsOf,
  kernels,
  makeProblem,
  numberOutputs,
  openSession,
  outputs,
  small,
  type Shape,
} from "./fixtures.ts";
import { expectSameBits, observe } from "./observe.ts";

const shapes: fc.Arbitrary<Shape> = fc
  .record({
    features: fc.integer({ min: 1, max: 60 }),
    hidden: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    classes: fc.integer({ min: 2, max: 12 }),
    examples: fc.integer({ min: 1, max: 40 }),
    inputs: fc.constantFrom("bytes" as const, "floats" as const),
    density: fc.constantFrom(0, 0.1, 0.5, 1),
    activation: fc.constantFrom(...activations),
    pair: fc.constantFrom(...outputs),
    scale: fc.constantFrom(0, 0.1, 1, 5, 40),
    seed: fc.nat(),
  })
  .map(({ pair: [output, loss], ...rest }) => ({ ...rest, output, loss }));

describe("simd equals reference bit for bit", () => {
  test("for random networks and data", () => {
    const property = fc.property(shapes, fc.constantFrom(1, 2, 7, 10), (shape, batchSize) => {
      expectSameBits(makeProblem(shape), batchSize);
    });
    fc.assert(property, { seed: 1, numRuns: 200 });
  });

  test.each(outputs)("with %s outputs and %s loss, for every activation", (output, loss) => {
    for (const activation of activations) {
      expectSameBits(makeProblem({ ...small, hidden: [9, 6], activation, output, loss }), 8, 4);
    }
  });

  test.each(numberOutputs)("with numbers to predict, %s outputs and %s loss", (output, loss) => {
    for (const [classes, examples] of [
      [1, 31],
      [3, 150],
      [8, 20],
      [65, 5],
    ] as const) {
      for (const scale of [1, 40]) {
        const shape = { ...small, target: "numbers", classes, examples, output, loss, scale } as const;
        expectSameBits(makeProblem(shape), 8, 4, 0.1);
        expectSameBits(makeProblem({ ...shape, hidden: [], inputs: "floats" }), 150, 3, 0.1);
      }
    }
  });

  test("with numbers to predict, optimizers and dropout", () => {
    const shape = { ...small, target: "numbers", output: "identity", loss: "mse" } as const;
    const adam = { name: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm: 1 } as const;
    expectSameBits(makeProblem({ ...shape, optimizer: adam, dropout: 0.3 }), 8, 4, 0.01);
    expectSameBits(makeProblem({ ...shape, optimizer: { name: "sgd", l2: 0.01 } }), 8, 4, 0.1);
  });

  test.each(outputs)("with class weights and label smoothing, %s outputs and %s loss", (output, loss) => {
    const isSmoothed = loss === "crossEntropy" || loss === "binaryCrossEntropy";
    const classWeights = [0.1, 3, 1, 0.7, 12];
    for (const scale of [1, 40]) {
      const options = { output, loss, scale, classWeights, ...(isSmoothed && { labelSmoothing: 0.1 }) };
      expectSameBits(makeProblem({ ...small, ...options, examples: 150 }), 8, 4);
      expectSameBits(makeProblem({ ...small, ...options, examples: 150 }), 150);
    }
  });

  test.each([1, 2, 3, 10, 127, 128, 129, 300, 331])(
    "for batches of %i, the last one smaller",
    (batchSize) => {
      expectSameBits(makeProblem({ ...small, examples: 331 }), batchSize);
    },
  );

  test.each([0.3, 1])(
    "for rows of 1 to 13 vectors, and more than one strip of columns, density %d",
    (density) => {
      for (const vectors of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 20, 21, 25, 40]) {
        const units = 4 * vectors - (vectors % 4); // with and without padding
        expectSameBits(makeProblem({ ...small, hidden: [units, units], examples: 12, density }), 5, 1);
      }
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7])("for tiles of every width that end at row %i", (batchSize) => {
    for (const units of [4, 8, 12, 16, 20, 24, 28]) {
      expectSameBits(
        makeProblem({ ...small, hidden: [units, 9], examples: batchSize, density: 1 }),
        batchSize,
      );
    }
  });

  test.each([255, 256, 257, 600])("for %i inputs without zeros, more than one block in depth", (features) => {
    expectSameBits(makeProblem({ ...small, features, density: 1, scale: 0.1 }), 10);
  });

  test.each(["bytes", "floats"] as const)("for %s that are all zero, or none", (inputs) => {
    for (const density of [0, 1]) expectSameBits(makeProblem({ ...small, inputs, density }), 7);
  });

  test.each([15, 16, 17, 63, 64, 65, 127, 128, 129])("for %i inputs", (features) => {
    expectSameBits(makeProblem({ ...small, features, density: 0.9 }), 10);
  });

  test("for 784 inputs and 30 units", () => {
    expectSameBits(makeProblem({ ...small, features: 784, hidden: [30], classes: 10, density: 0.19 }), 10);
  });

  test("for more outputs than one product of probabilities takes", () => {
    const shape: Shape = { ...small, hidden: [], output: "sigmoid", loss: "binaryCrossEntropy", scale: 3 };
    for (const classes of [63, 64, 65, 200]) expectSameBits(makeProblem({ ...shape, classes }), 4);
  });

  test.each(outputs)("for saturated %s outputs and %s loss", (output, loss) => {
    expectSameBits(makeProblem({ ...small, output, loss, scale: 200, seed: 3 }), 10, 1);
  });
});

describe("numbers to predict", () => {
  const pairs = numberOutputs.flatMap((pair) => kernels.map((kernel) => [...pair, kernel] as const));

  test.each(pairs)(
    "that are 1 and 0 train like classes: %s outputs, %s loss, $name",
    (output, loss, kernel) => {
      const { dataset, ...problem } = makeProblem({ ...small, output, loss, examples: 150 });
      const { labels, target, ...data } = dataset as ClassDataset;
      const targets = new Float32Array(labels.length * target.count);
      labels.forEach((label, row) => (targets[row * target.count + label] = 1));
      const numbers = { ...data, target: { ...target, kind: "numbers" }, targets } as NumberDataset;
      const [asClasses, asNumbers] = [dataset, numbers].map((dataset) => {
        const session = openSession(kernel, { ...problem, dataset });
        const losses = new Float64Array(10);
        session.train(allRows({ ...problem, dataset }), 15, new Float32Array(10).fill(0.03), losses);
        return [losses, session.parameters()];
      });
      expect(asNumbers).toEqual(asClasses);
    },
  );
});

describe("dropout", () => {
  const dropped: Shape = { ...small, hidden: [9, 21], dropout: 0.3 };

  test.each(activations)("has the same bits in both kernels, with %s units", (activation) => {
    for (const batchSize of [1, 7, 130])
      expectSameBits(makeProblem({ ...dropped, activation, examples: 31 + batchSize }), batchSize);
  });

  test.each(kernels)("$name: leaves out the share that it is told to, and scales up the others", (kernel) => {
    // One linear hidden layer of weight zero and bias one: the outputs' gradient counts the units that are kept.
    const examples = 400;
    const problem = makeProblem({
      ...small,
      hidden: [40],
      activation: "identity",
      output: "identity",
      examples,
      dropout: 0.3,
    });
    const [hidden, output] = problem.parameters as [LayerParameters, LayerParameters];
    const session = openSession(kernel, problem);
    const ones = { weights: hidden.weights.fill(0), biases: hidden.biases.fill(1) };
    session.setParameters([ones, { weights: output.weights.fill(0), biases: output.biases.fill(0) }]);
    session.train(allRows(problem), examples, Float32Array.of(1), new Float64Array(1), 3);
    const { weights, biases } = session.parameters()[1]!;
    const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);
    // Kept units count 1 / 0.7, so that on average each has the gradient of the bias, which is always kept.
    expect(sum(weights) / 40 / sum(biases)).toBeCloseTo(1, 1);
    expect(new Set(weights).size).toBeGreaterThan(20);
  });

  test.each(kernels)("$name: draws anew in every epoch, and not at all outside of training", (kernel) => {
    const problem = makeProblem(dropped);
    const losses = [1, 2].map((epoch) => {
      const found = new Float64Array(1);
      openSession(kernel, problem).train(allRows(problem), 31, new Float32Array(1), found, epoch);
      return found[0];
    });
    const session = openSession(kernel, problem);
    const plain = openSession(kernel, makeProblem({ ...small, hidden: [9, 21] }));
    expect(new Set([...losses, session.evaluate(allRows(problem)).lossSum]).size).toBe(3);
    expect(session.evaluate(allRows(problem))).toEqual(plain.evaluate(allRows(problem)));
    expect(session.gradient(allRows(problem))).toEqual(plain.gradient(allRows(problem)));
  });
});

describe("simd without the data set's blocks, on its dense path,", () => {
  test.each([1, 10, 31, 130])("has the bits of the sparse one for batches of %i", (batchSize) => {
    const problem = makeProblem({ ...small, features: 70, hidden: [30, 6], examples: 150 });
    const sparse = openSession(simd, problem);
    const dense = openSession(simd, problem, {}, withoutBlocks);
    expect(observe(dense, problem, { batchSize, epochs: 2 })).toEqual(
      observe(sparse, problem, { batchSize, epochs: 2 }),
    );
  });

  function withoutBlocks(data: DatasetMemory): DatasetMemory {
    const { blocksOffset, ...rest } = data;
    expect(blocksOffset).toBeDefined();
    return rest;
  }
});

describe.each(kernels)("$name", (kernel) => {
  const problem = makeProblem(small);
  const rows = allRows(problem);

  it("parameters() returns what setParameters() was given, with +0 for -0", () => {
    const session = openSession(kernel, problem);
    expect(session.parameters()).toEqual(problem.parameters);
    const { weights, biases } = problem.parameters[0]!;
    session.setParameters([{ weights: weights.map(() => -0), biases }, problem.parameters[1]!]);
    expect(bitsOf(session.parameters()[0]!.weights)).toEqual(new Uint32Array(weights.length));
  });

  it("evaluate() writes the outputs of all rows, in more than one chunk, where asked", () => {
    const long = makeProblem({ ...small, examples: 300 });
    const order = allRows(long).toReversed();
    const session = openSession(kernel, long);
    const outputs = new Float32Array(300 * small.classes);
    expect(session.evaluate(order, outputs)).toEqual(session.evaluate(order));
    const last = long.network.layers.length - 1;
    const chunks = [0, 128, 256].map((start) => [
      ...session.activations(order.subarray(start, start + 128), last),
    ]);
    expect([...outputs]).toEqual(chunks.flat());
  });

  it("parameters() returns a copy", () => {
    const session = openSession(kernel, problem);
    session.parameters()[0]!.biases.fill(9);
    expect(session.parameters()).toEqual(problem.parameters);
  });

  it("gradient() changes no parameter", () => {
    const session = openSession(kernel, problem);
    session.gradient(rows);
    expect(session.parameters()).toEqual(problem.parameters);
  });

  it("train() computes the same in one call as batch by batch", () => {
    const [whole, parts] = [openSession(kernel, problem), openSession(kernel, problem)];
    const steps = Float32Array.of(0.1, 0.2, 0.3, 0.4);
    const [losses, loss] = [new Float64Array(4), new Float64Array(1)];
    whole.train(rows, 10, steps, losses);
    const found = Array.from(steps, (step, batch) => {
      parts.train(rows.subarray(10 * batch, 10 * (batch + 1)), 10, Float32Array.of(step), loss);
      return loss[0];
    });
    expect(found).toEqual([...losses]);
    expect(parts.parameters()).toEqual(whole.parameters());
  });

  it("train() with a step of zero moves nothing and reports the losses that evaluate() sums", () => {
    const session = openSession(kernel, problem);
    const losses = new Float64Array(1);
    session.train(rows, rows.length, new Float32Array(1), losses);
    expect(session.parameters()).toEqual(problem.parameters);
    expect(session.evaluate(rows).lossSum).toBe(losses[0]);
  });

  it("train() subtracts step times gradient() for a batch above DIRECT_BATCH", () => {
    const large = makeProblem({ ...small, examples: 200 });
    const session = openSession(kernel, large);
    const gradient = session.gradient(allRows(large));
    session.train(allRows(large), 200, Float32Array.of(0.25), new Float64Array(1));
    const expected = large.parameters.map(({ weights, biases }, l) => ({
      weights: weights.map((w, i) => w - Math.fround(0.25 * gradient[l]!.weights[i]!)),
      biases: biases.map((b, j) => b - Math.fround(0.25 * gradient[l]!.biases[j]!)),
    }));
    expect(session.parameters()).toEqual(expected);
  });

  it("train() forgets what diverged when new parameters are set", () => {
    const session = openSession(kernel, problem);
    const [steps, losses] = [new Float32Array(4).fill(Infinity), new Float64Array(4)];
    session.train(rows, 10, steps, losses);
    expect(losses.every(Number.isFinite)).toBe(false);
    session.setParameters(problem.parameters);
    expect(session.gradient(rows)).toEqual(openSession(kernel, problem).gradient(rows));
  });

  it("evaluate() takes more rows than the longest order", () => {
    const many = makeProblem({ ...small, examples: 700 });
    const session = openSession(kernel, many, { order: 130 });
    expect(session.evaluate(allRows(many))).toEqual(openSession(kernel, many).evaluate(allRows(many)));
    expect(session.gradient(allRows(many))).toEqual(openSession(kernel, many).gradient(allRows(many)));
  });

  it("evaluate() lets the lowest index win among equal outputs", () => {
    const equal = makeProblem({ ...small, scale: 0 });
    const zeros = equal.dataset.labels!.filter((label) => label === 0).length;
    expect(openSession(kernel, equal).evaluate(rows).correct).toBe(zeros);
  });

  it("activations() of a softmax sum to 1", () => {
    const softmax = makeProblem({ ...small, output: "softmax", loss: "crossEntropy" });
    const outputs = openSession(kernel, softmax).activations(rows.subarray(0, 3), 1);
    const sums = [0, 5, 10].map((start) => outputs.subarray(start, start + 5).reduce((sum, a) => sum + a));
    for (const sum of sums) expect(sum).toBeCloseTo(1, 6);
  });

  it("gradient() sets errors below 2^-60 to zero", () => {
    const saturated = makeProblem({ ...small, hidden: [], scale: 0 });
    const session = openSession(kernel, saturated);
    const { weights, biases } = saturated.parameters[0]!;
    session.setParameters([{ weights, biases: biases.fill(-40) }]); // a = e^-30, so that a * a * (1 - a) = e^-60
    const row = rows.subarray(0, 1);
    const gradient = session.gradient(row)[0]!;
    const label = saturated.dataset.labels![0]!;
    expect(gradient.biases.map((d, k) => (k === label ? 0 : d))).toEqual(new Float32Array(5));
    expect(gradient.biases[label]! / -Math.exp(-30)).toBeCloseTo(1, 6);
  });

  it("open() refuses layers that do not fit the data or each other", () => {
    const { network } = problem;
    const { features } = problem.dataset;
    const [hidden, output] = [network.layers[0]!, network.layers[1]!];
    const misfits = [
      [{ ...hidden, fanIn: features + 1 }, output],
      [hidden, { ...output, fanIn: 3 }],
      [hidden],
    ];
    for (const layers of misfits) {
      const open = (): Session => openSession(kernel, { ...problem, network: { ...network, layers } });
      expect(open).toThrow(expect.objectContaining({ code: "E_KERNEL" }));
    }
  });
});
