import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Layer, Network } from "../../src/kernels/network.ts";
import { stepRates } from "../../src/kernels/optimizers/step-rates.ts";
import { takeStep } from "../../src/kernels/optimizers/take-step.ts";
import { activate } from "../../src/kernels/reference/activation.ts";
import { exampleLoss } from "../../src/kernels/reference/example-loss.ts";
import type { Wanted } from "../../src/kernels/reference/wanted-outputs.ts";
import { softTargets } from "../../src/kernels/soft-targets.ts";

/** What test/vectors/definitions/make.py writes. */
interface Vectors {
  readonly z: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly classWeights: readonly number[];
  readonly labelSmoothing: number;
  readonly losses: Readonly<Record<string, number>>;
  readonly inputs: readonly number[];
  readonly activations: Readonly<Record<Exclude<Layer["activation"], "softmax" | "identity">, number[]>>;
  readonly geluByErf: readonly number[];
  readonly clippedStep: readonly number[];
}

const file = new URL("../vectors/definitions/definitions.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;
const { z, targets, labels, labelSmoothing, classWeights, losses } = vectors;
const OUTPUTS = 4;

/** Returns the mean loss of the examples, as training measures it. */
function meanLoss(
  loss: Network["loss"],
  activation: Layer["activation"],
  options: Partial<Network> = {},
): number {
  const network: Network = { layers: [{ fanIn: 1, units: OUTPUTS, activation }], loss, ...options };
  const each = z.map((inputs, i) => {
    const a = Float32Array.from(inputs);
    activate(a, activation);
    return exampleLoss(network, Float32Array.from(inputs), a, wanted(network, i));
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

function wanted(network: Network, i: number): Wanted {
  if (network.layers[0]!.activation === "identity")
    return { outputs: Float32Array.from(targets[i]!), label: -1, weight: 1 };
  const label = labels[i]!;
  const { on, off } = softTargets(network);
  const outputs = Float32Array.from({ length: OUTPUTS }, (_, k) => (k === label ? on : off));
  return { outputs, label, weight: network.classWeights?.[label] ?? 1 };
}

/** Mean of the weights of the examples' classes: PyTorch divides by their sum, gridient by their number. */
const meanWeight = labels.reduce((sum, label) => sum + classWeights[label]!, 0) / labels.length;

describe("losses are PyTorch's, times what definitions.md says", () => {
  test.each([
    ["quadratic", meanLoss("quadratic", "identity"), "mse", OUTPUTS / 2],
    ["mse", meanLoss("mse", "identity"), "mse", 1],
    ["huber", meanLoss("huber", "identity"), "huber", OUTPUTS],
    ["crossEntropy", meanLoss("crossEntropy", "softmax"), "crossEntropy", 1],
    [
      "crossEntropy with labelSmoothing",
      meanLoss("crossEntropy", "softmax", { labelSmoothing }),
      "crossEntropy, labelSmoothing",
      1,
    ],
    [
      "crossEntropy with classWeights",
      meanLoss("crossEntropy", "softmax", { classWeights }),
      "crossEntropy, classWeights",
      meanWeight,
    ],
    ["binaryCrossEntropy", meanLoss("binaryCrossEntropy", "sigmoid"), "binaryCrossEntropy", OUTPUTS],
    [
      "binaryCrossEntropy with labelSmoothing",
      meanLoss("binaryCrossEntropy", "sigmoid", { labelSmoothing }),
      "binaryCrossEntropy, labelSmoothing",
      OUTPUTS,
    ],
  ] as const)("%s", (_, found, name, factor) => {
    expect(found / factor / losses[name]!).toBeCloseTo(1, 6);
  });
});

describe("activations are PyTorch's", () => {
  const names = Object.keys(vectors.activations) as (keyof Vectors["activations"])[];
  test.each(names)("%s", (name) => {
    const values = Float32Array.from(vectors.inputs);
    activate(values, name);
    vectors.activations[name].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 6));
  });

  it("gelu is the tanh form, which differs from the one by erf", () => {
    const distances = vectors.activations.gelu.map((value, i) => Math.abs(value - vectors.geluByErf[i]!));
    expect(Math.max(...distances)).toBeGreaterThan(1e-4);
  });
});

it("the gradient is clipped before l2 adds to it, as clip_grad_norm_ and weight_decay do", () => {
  const optimizer = { name: "sgd", l2: 0.1 } as const;
  const w = Float64Array.of(3, -4);
  const g = Float64Array.of(0.6, 0.8); // (6, 8) at the norm 1
  takeStep({
    optimizer,
    rates: stepRates(optimizer, 0.5, 1),
    w,
    g,
    state: [],
    isPenalized: true,
    round: (value) => value,
  });
  vectors.clippedStep.forEach((value, i) => expect(w[i]).toBeCloseTo(value, 6));
});
