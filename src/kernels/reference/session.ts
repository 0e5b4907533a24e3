import type { DatasetMemory } from "../dataset-memory.ts";
import { DIRECT_BATCH, type Evaluation, type Session } from "../kernel.ts";
import type { LayerParameters, Network } from "../network.ts";
import { backpropagate } from "./backpropagate.ts";
import { exampleLoss } from "./example-loss.ts";
import { propagate, type Propagation } from "./propagate.ts";

const f = Math.fround;

/** One example's activations and errors, kept until its batch is applied. */
interface Example extends Propagation {
  readonly errors: readonly Float32Array[];
}

/** The plain loops that define what every kernel computes; see kernel.ts for the arithmetic. */
export class ReferenceSession implements Session {
  readonly #data: DatasetMemory;
  readonly #network: Network;
  #parameters: LayerParameters[];

  constructor(data: DatasetMemory, network: Network) {
    this.#data = data;
    this.#network = network;
    this.#parameters = zeros(network);
  }

  setParameters(parameters: readonly LayerParameters[]): void {
    this.#parameters = parameters.map(({ weights, biases }) => {
      return { weights: weights.map(withoutMinusZero), biases: biases.map(withoutMinusZero) };
    });
  }

  parameters(): LayerParameters[] {
    return copy(this.#parameters);
  }

  train(order: Uint32Array, batchSize: number, steps: Float32Array, losses: Float64Array): void {
    for (let start = 0, batch = 0; start < order.length; start += batchSize, batch++) {
      const rows = order.subarray(start, start + batchSize);
      const step = steps[batch]!;
      const isDirect = rows.length <= DIRECT_BATCH;
      losses[batch] = isDirect ? this.#directStep(rows, step) : this.#accumulatedStep(rows, step);
    }
  }

  gradient(rows: Uint32Array): LayerParameters[] {
    return this.#accumulate(rows).gradient;
  }

  evaluate(rows: Uint32Array): Evaluation {
    let lossSum = 0;
    let correct = 0;
    for (const row of rows) {
      const propagation = propagate(this.#network, this.#parameters, this.#inputs(row));
      lossSum += this.#loss(propagation, row);
      if (predictedClass(propagation.activations.at(-1)!) === this.#label(row)) correct++;
    }
    return { lossSum, correct };
  }

  activations(rows: Uint32Array, layer: number): Float32Array {
    const { units } = this.#network.layers[layer]!;
    const all = new Float32Array(rows.length * units);
    rows.forEach((row, r) => {
      const { activations } = propagate(this.#network, this.#parameters, this.#inputs(row));
      all.set(activations[layer + 1]!, r * units);
    });
    return all;
  }

  /** Moves the weights example by example; returns the sum of the losses before the step. */
  #directStep(rows: Uint32Array, step: number): number {
    let lossSum = 0;
    const examples = Array.from(rows, (row) => {
      const example = this.#example(row);
      lossSum += this.#loss(example, row);
      return example;
    });
    for (const { activations, errors } of examples) {
      errors.forEach((error, l) => {
        const moves = error.map((d) => step * d);
        addProducts(this.#parameters[l]!, activations[l]!, moves, -1);
      });
    }
    return lossSum;
  }

  /** Adds the gradient up first, then moves the weights once. */
  #accumulatedStep(rows: Uint32Array, step: number): number {
    const { gradient, lossSum } = this.#accumulate(rows);
    gradient.forEach(({ weights, biases }, l) => {
      subtractScaled(this.#parameters[l]!.weights, weights, step);
      subtractScaled(this.#parameters[l]!.biases, biases, step);
    });
    return lossSum;
  }

  #accumulate(rows: Uint32Array): { gradient: LayerParameters[]; lossSum: number } {
    const gradient = zeros(this.#network);
    let lossSum = 0;
    for (const row of rows) {
      const example = this.#example(row);
      lossSum += this.#loss(example, row);
      example.errors.forEach((error, l) => addProducts(gradient[l]!, example.activations[l]!, error, 1));
    }
    return { gradient, lossSum };
  }

  #example(row: number): Example {
    const propagation = propagate(this.#network, this.#parameters, this.#inputs(row));
    const errors = backpropagate(this.#network, this.#parameters, propagation, this.#label(row));
    return { ...propagation, errors };
  }

  #loss({ outputs, activations }: Propagation, row: number): number {
    return exampleLoss(this.#network.loss, outputs, activations.at(-1)!, this.#label(row));
  }

  #label(row: number): number {
    return new Uint8Array(this.#data.memory.buffer, this.#data.labelsOffset)[row]!;
  }

  #inputs(row: number): Float32Array {
    const { memory, features, inputKind, inputsOffset } = this.#data;
    if (inputKind === "floats") {
      return new Float32Array(memory.buffer, inputsOffset + 4 * row * features, features);
    }
    const bytes = new Uint8Array(memory.buffer, inputsOffset + row * features, features);
    return Float32Array.from(bytes, (v) => v / 255);
  }
}

/** target += sign * (x_i g_j), weights and biases, one rounding per operation. */
function addProducts(target: LayerParameters, x: Float32Array, g: Float32Array, sign: 1 | -1): void {
  for (let j = 0; j < g.length; j++) {
    for (let i = 0; i < x.length; i++) {
      target.weights[j * x.length + i]! += sign * f(x[i]! * g[j]!);
    }
    target.biases[j]! += sign * g[j]!;
  }
}

function subtractScaled(target: Float32Array, gradient: Float32Array, step: number): void {
  for (let i = 0; i < target.length; i++) target[i]! -= f(step * gradient[i]!);
}

/** Returns the first class whose output is larger than all before it; NaN never wins. */
function predictedClass(outputs: Float32Array): number {
  let best = -Infinity;
  let winner = 0;
  outputs.forEach((output, k) => {
    if (output > best) {
      best = output;
      winner = k;
    }
  });
  return winner;
}

function withoutMinusZero(value: number): number {
  return value + 0;
}

function zeros({ layers }: Network): LayerParameters[] {
  return layers.map(({ fanIn, units }) => ({
    weights: new Float32Array(fanIn * units),
    biases: new Float32Array(units),
  }));
}

function copy(parameters: readonly LayerParameters[]): LayerParameters[] {
  return parameters.map(({ weights, biases }) => ({ weights: weights.slice(), biases: biases.slice() }));
}
