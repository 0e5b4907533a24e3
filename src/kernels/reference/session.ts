import { argmax } from "../../math/extremes.ts";
import { writePermutation } from "../../math/permutation.ts";
import type { PhiloxKey } from "../../math/philox.ts";
import { stepLength } from "../batch-steps.ts";
import { partRows, type DatasetMemory } from "../dataset-memory.ts";
import { drawParameters, type Deviations } from "../draw-parameters.ts";
import { exampleInputs } from "../example-inputs.ts";
import { DIRECT_BATCH, type Evaluation, type OptimizerState, type Session } from "../kernel.ts";
import type { LayerParameters, Network } from "../network.ts";
import { shrinksByScale } from "../optimizers/optimizer.ts";
import { ruleOf } from "../optimizers/rule-of.ts";
import { backpropagate } from "./backpropagate.ts";
import type { Draw } from "./dropout-mask.ts";
import { exampleLoss } from "./example-loss.ts";
import { optimizedStep } from "./optimized-step.ts";
import { addProducts, copyOf, zeros } from "./parameters.ts";
import { propagate, type Propagation } from "./propagate.ts";
import { ScaledWeights } from "./scaled-weights.ts";
import { wantedOutputs, type Wanted } from "./wanted-outputs.ts";

const f = Math.fround;

/** One example's activations and errors, kept until its batch is applied. */
interface Example extends Propagation {
  readonly errors: readonly Float32Array[];
  readonly loss: number;
}

/** The plain loops that define what every kernel computes; see kernel.ts for the arithmetic. */
export class ReferenceSession implements Session {
  readonly #data: DatasetMemory;
  readonly #network: Network;
  #weights: ScaledWeights;
  #state: OptimizerState;

  constructor(data: DatasetMemory, network: Network) {
    this.#data = data;
    this.#network = network;
    this.#weights = new ScaledWeights(zeros(network));
    this.#state = initialState(network);
  }

  setParameters(parameters: readonly LayerParameters[]): void {
    this.#weights = new ScaledWeights(copyOf(parameters));
  }

  drawParameters(deviations: readonly Deviations[], key: PhiloxKey): void {
    this.setParameters(drawParameters(this.#network, deviations, key));
  }

  parameters(): LayerParameters[] {
    return copyOf(this.#weights.stored);
  }

  isFinite(): boolean {
    return this.#weights.stored.every(({ weights, biases }) => {
      return weights.every(Number.isFinite) && biases.every(Number.isFinite);
    });
  }

  setOptimizerState(state: OptimizerState): void {
    this.#state = copyOfState(state);
  }

  optimizerState(): OptimizerState {
    return copyOfState(this.#state);
  }

  shuffle(order: Uint32Array, key: PhiloxKey, epoch: number): void {
    const rows = partRows(this.#data, "train");
    writePermutation(order, key, epoch);
    order.forEach((place, i) => (order[i] = rows[place]!));
  }

  train(
    order: Uint32Array,
    batchSize: number,
    steps: Float32Array,
    losses: Float64Array,
    epoch: number = 0,
  ): void {
    const length = stepLength(this.#network);
    for (let start = 0, batch = 0; start < order.length; start += batchSize, batch++) {
      const rows = order.subarray(start, start + batchSize);
      const examples = this.#examples(rows, { epoch, batch });
      this.#step(examples, steps.subarray(batch * length, (batch + 1) * length));
      losses[batch] = examples.reduce((sum, { loss }) => sum + loss, 0);
    }
    this.#weights.restore();
  }

  gradient(rows: Uint32Array): LayerParameters[] {
    return this.#accumulate(this.#examples(rows));
  }

  evaluate(rows: Uint32Array, outputs?: Float32Array): Evaluation {
    let lossSum = 0;
    let correct = 0;
    rows.forEach((row, r) => {
      const propagation = this.#propagate(row);
      const answer = propagation.activations.at(-1)!;
      lossSum += this.#loss(propagation, row);
      if (argmax(answer) === this.#wanted(row).label) correct++;
      outputs?.set(answer, r * answer.length);
    });
    return { lossSum, correct };
  }

  activations(rows: Uint32Array, layer: number): Float32Array {
    const { units } = this.#network.layers[layer]!;
    const all = new Float32Array(rows.length * units);
    rows.forEach((row, r) => all.set(this.#propagate(row).activations[layer + 1]!, r * units));
    return all;
  }

  #step(examples: readonly Example[], step: Float32Array): void {
    const { optimizer } = this.#network;
    const [first, rate] = [step[0]!, step[1]!];
    if (!optimizer) return this.#plainStep(examples, first);
    if (shrinksByScale(optimizer)) {
      this.#plainStep(examples, f(rate * first), rate * f(optimizer.l2!));
    } else {
      const gradient = this.#accumulate(examples);
      optimizedStep(optimizer, step, { parameters: this.#weights.stored, gradient, state: this.#state });
    }
  }

  /** @param shrinkage What every weight loses before it moves, as a share of itself. */
  #plainStep(examples: readonly Example[], step: number, shrinkage = 0): void {
    this.#weights.shrink(shrinkage);
    const storedStep = this.#weights.stepFor(step);
    if (examples.length <= DIRECT_BATCH) this.#directStep(examples, storedStep);
    else this.#accumulatedStep(this.#accumulate(examples), storedStep);
  }

  /** Moves the weights example by example. */
  #directStep(examples: readonly Example[], step: number): void {
    const { stored, scale: biasScale } = this.#weights;
    for (const { activations, errors } of examples) {
      errors.forEach((error, l) => {
        const moves = error.map((d) => step * d);
        addProducts(stored[l]!, activations[l]!, moves, { sign: -1, biasScale });
      });
    }
  }

  /** Moves the weights once, by the gradient added up. */
  #accumulatedStep(gradient: readonly LayerParameters[], step: number): void {
    const { stored, scale } = this.#weights;
    gradient.forEach(({ weights, biases }, l) => {
      subtract(stored[l]!.weights, weights, (sum) => f(step * sum));
      subtract(stored[l]!.biases, biases, (sum) => f(scale * f(step * sum)));
    });
  }

  #accumulate(examples: readonly Example[]): LayerParameters[] {
    const gradient = zeros(this.#network);
    for (const { activations, errors } of examples)
      errors.forEach((error, l) => addProducts(gradient[l]!, activations[l]!, error, { sign: 1 }));
    return gradient;
  }

  /** @param draw What dropout draws for; without it every unit takes part. */
  #examples(rows: Uint32Array, draw?: Omit<Draw, "example">): Example[] {
    return Array.from(rows, (row, example) => {
      const propagation = this.#propagate(row, draw && { ...draw, example });
      const errors = backpropagate(this.#network, this.#weights, propagation, this.#wanted(row));
      return { ...propagation, errors, loss: this.#loss(propagation, row) };
    });
  }

  #propagate(row: number, draw?: Draw): Propagation {
    return propagate(this.#network, this.#weights, this.#inputs(row), draw);
  }

  #loss({ outputs, activations }: Propagation, row: number): number {
    return exampleLoss(this.#network, outputs, activations.at(-1)!, this.#wanted(row));
  }

  #wanted(row: number): Wanted {
    return wantedOutputs(this.#data, this.#network, row);
  }

  #inputs(row: number): Float32Array {
    const inputs = exampleInputs(this.#data, row);
    return inputs instanceof Float32Array ? inputs : Float32Array.from(inputs, (v) => v / 255);
  }
}

function initialState(network: Network): OptimizerState {
  const names = network.optimizer ? ruleOf(network.optimizer.name).state : [];
  return Object.fromEntries(names.map((name) => [name, zeros(network)]));
}

function copyOfState(state: OptimizerState): OptimizerState {
  return Object.fromEntries(Object.entries(state).map(([name, values]) => [name, copyOf(values)]));
}

function subtract(target: Float32Array, sums: Float32Array, moveOf: (sum: number) => number): void {
  for (let i = 0; i < target.length; i++) target[i]! -= moveOf(sums[i]!);
}
