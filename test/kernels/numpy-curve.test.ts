import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Network } from "../../src/kernels/network.ts";
import type { Activation, Loss, OutputActivation } from "../../src/fields/configuration.ts";
import { kernels, openSession, type Problem } from "./fixtures.ts";

/** What test/vectors/numpy-curve/make.py prints. */
interface Curves {
  readonly sizes: number[];
  readonly batchSize: number;
  readonly steps: number;
  readonly eta: number;
  readonly inputs: number[];
  readonly labels: number[];
  readonly weights: number[][];
  readonly biases: number[][];
  readonly cases: readonly Case[];
}

interface Case {
  readonly activation: Activation;
  readonly output: OutputActivation;
  readonly loss: Loss;
  /** Mean loss of each step's batch, as trained. */
  readonly curve: number[];
  readonly lastWeights: number[];
  readonly lastBiases: number[];
}

const file = new URL("../vectors/numpy-curve/curve.json", import.meta.url);
const curves = JSON.parse(readFileSync(file, "utf8")) as Curves;

describe.each(kernels)("$name", (kernel) => {
  it.each(curves.cases)("train() follows NumPy to 1e-5: $activation, $output, $loss", (recorded) => {
    const { batchSize, steps, eta, labels, sizes } = curves;
    const problem = makeProblem(recorded);
    const order = Uint32Array.from({ length: steps * batchSize }, (_, i) => i % labels.length);
    const session = openSession(kernel, problem, { order: order.length });
    const losses = new Float64Array(steps);
    session.train(order, batchSize, new Float32Array(steps).fill(eta / batchSize), losses);
    const last = session.parameters().at(-1)!;
    expectClose(
      Array.from(losses, (sum) => sum / batchSize),
      recorded.curve,
    );
    expectClose([...last.weights], recorded.lastWeights);
    expectClose([...last.biases], recorded.lastBiases);
    expect(last.weights).toHaveLength(sizes.at(-1)! * sizes.at(-2)!);
  });
});

function makeProblem({ activation, output, loss }: Case): Problem {
  const { sizes, inputs, labels, weights, biases } = curves;
  const [features, classes] = [sizes[0]!, sizes.at(-1)!];
  const layers = sizes.slice(1).map((units, l) => {
    return { fanIn: sizes[l]!, units, activation: l === sizes.length - 2 ? output : activation };
  });
  const network: Network = { layers, loss };
  const parts = { train: new Uint32Array(), validation: new Uint32Array(), test: new Uint32Array() };
  const dataset = {
    inputs: Uint8Array.from(inputs),
    labels: Uint8Array.from(labels),
    features,
    target: { kind: "classes" as const, count: classes },
    parts,
  };
  return {
    dataset: { ...dataset, sizes: { train: 0, validation: 0, test: 0 } },
    network,
    parameters: weights.map((w, l) => ({
      weights: Float32Array.from(w),
      biases: Float32Array.from(biases[l]!),
    })),
  };
}

function expectClose(found: readonly number[], expected: readonly number[]): void {
  const scale = Math.max(...expected.map(Math.abs));
  expected.forEach((value, i) => expect(Math.abs(found[i]! - value) / scale).toBeLessThan(1e-5));
}
