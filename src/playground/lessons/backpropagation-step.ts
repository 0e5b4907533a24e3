/**
 * One step of gradient descent on one example, with every number on the way. The network has two inputs, two hidden units
 * and one output, all sigmoids, and the quadratic cost.
 * Source: Nielsen, Neural Networks and Deep Learning (2015), chapter 2, equations BP1 to BP4.
 * @module
 */
import { backpropagate } from "../../kernels/reference/backpropagate.ts";
import { exampleLoss } from "../../kernels/reference/example-loss.ts";
import { addProducts, copyOf, zeros } from "../../kernels/reference/parameters.ts";
import { propagate, weightedInputs } from "../../kernels/reference/propagate.ts";
import { ScaledWeights } from "../../kernels/reference/scaled-weights.ts";
import type { LayerParameters, Network } from "../../kernels/network.ts";

const NETWORK: Network = {
  layers: [
    { fanIn: 2, units: 2, activation: "sigmoid" },
    { fanIn: 2, units: 1, activation: "sigmoid" },
  ],
  loss: "quadratic",
};

/** The weights and biases to begin with, chosen to be short numbers. */
export const FIRST_PARAMETERS: readonly LayerParameters[] = [
  { weights: Float32Array.of(0.5, -0.4, 0.3, 0.8), biases: Float32Array.of(0.1, -0.2) },
  { weights: Float32Array.of(0.7, -0.6), biases: Float32Array.of(0.2) },
];

/** Two inputs, and the answer that they should have. */
export interface Example {
  readonly x: readonly [number, number];
  readonly y: number;
}

/** The exclusive or. */
export const EXAMPLES: readonly Example[] = [
  { x: [0, 0], y: 0 },
  { x: [0, 1], y: 1 },
  { x: [1, 0], y: 1 },
  { x: [1, 1], y: 0 },
];

/** What a step computes for one layer, each list in the order of its units. */
export interface LayerStep {
  /** Before the step; weights row-major [units, 2]. */
  readonly parameters: LayerParameters;
  /** Weighted inputs. */
  readonly z: Float32Array;
  readonly a: Float32Array;
  /** Errors ∂C/∂z. */
  readonly delta: Float32Array;
  /** ∂C/∂w and ∂C/∂b. */
  readonly gradient: LayerParameters;
  /** After the step. */
  readonly updated: LayerParameters;
}

/** One step, computed by the loops of the reference kernel. */
export interface BackpropagationStep {
  /** The hidden layer and the output. */
  readonly layers: readonly LayerStep[];
  /** C = 1/2 (y - a)^2 before the step. */
  readonly cost: number;
}

/** Returns a step on one example with the learning rate eta. The parameters are not modified. */
export function backpropagationStep(
  parameters: readonly LayerParameters[],
  { x, y }: Example,
  eta: number,
): BackpropagationStep {
  const weights = new ScaledWeights(parameters);
  const wanted = { outputs: Float32Array.of(y), label: -1, weight: 1 };
  const forward = propagate(NETWORK, weights, Float32Array.from(x));
  const deltas = backpropagate(NETWORK, weights, forward, wanted);
  const gradients = zeros(NETWORK);
  const updated = copyOf(parameters);
  const layers = parameters.map((before, l): LayerStep => {
    const [inputs, a, delta] = [forward.activations[l], forward.activations[l + 1], deltas[l]];
    const [gradient, after] = [gradients[l], updated[l]];
    if (!inputs || !a || !delta || !gradient || !after) throw new RangeError(`The network has no layer ${l}`);
    const z = weightedInputs(before, 1, inputs);
    addProducts(gradient, inputs, delta, { sign: 1 });
    addProducts(after, inputs, delta.map((d) => eta * d), { sign: -1 }); // prettier-ignore
    return { parameters: before, z, a, delta, gradient, updated: after };
  });
  return { layers, cost: exampleLoss(NETWORK, forward.outputs, layers[1]?.a ?? forward.outputs, wanted) };
}

/** Returns the parameters after so many steps, each on the next example in turn. */
export function afterSteps(
  parameters: readonly LayerParameters[],
  eta: number,
  steps: number,
): readonly LayerParameters[] {
  let current = parameters;
  for (let step = 0; step < steps; step++)
    for (const example of EXAMPLES)
      current = backpropagationStep(current, example, eta).layers.map(({ updated }) => updated);
  return current;
}
