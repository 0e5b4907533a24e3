/**
 * A network at the end of an epoch, as named tensors: the weights that are kept, and the state from which training resumes.
 * @module
 */
import type { OptimizerState } from "../kernels/kernel.ts";
import type { LayerParameters, Network } from "../kernels/network.ts";
import { ruleOf } from "../kernels/optimizers/rule-of.ts";
import type { MetricSeries } from "./record.ts";

/** Numbers in row-major order. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * All that the next epoch depends on, by name: `layers.0.weights` [units, fanIn], `layers.0.biases` [units], ...;
 * what an optimizer carries from step to step likewise: `optimizer.velocity.0.weights`.
 */
export type Tensors = ReadonlyMap<string, Tensor>;

/** The state from which training resumes as if it had never stopped. */
export interface Checkpoint {
  readonly epoch: number;
  readonly tensors: Tensors;
  /** What was measured until then, index = epoch. */
  readonly series: MetricSeries;
}

/** Returns weights, biases and what the optimizer carries from step to step under their names. */
export function tensorsOf(layers: readonly LayerParameters[], state: OptimizerState = {}): Tensors {
  const carried = Object.entries(state).flatMap(([name, values]) => named(`optimizer.${name}`, values));
  return new Map([...named("layers", layers), ...carried]);
}

/** Returns the weights and biases among tensors. */
export function layersOf(tensors: Tensors): LayerParameters[] {
  return unnamed("layers", tensors);
}

/** Returns what the optimizer of a network carries from step to step among tensors. */
export function optimizerStateOf(tensors: Tensors, { optimizer }: Network): OptimizerState {
  const names = optimizer ? ruleOf(optimizer.name).state : [];
  return Object.fromEntries(names.map((name) => [name, unnamed(`optimizer.${name}`, tensors)]));
}

function named(prefix: string, layers: readonly LayerParameters[]): [string, Tensor][] {
  return layers.flatMap(({ weights, biases }, l): [string, Tensor][] => {
    const { length } = biases;
    return [
      [`${prefix}.${l}.weights`, { shape: [length, weights.length / length], values: weights }],
      [`${prefix}.${l}.biases`, { shape: [length], values: biases }],
    ];
  });
}

function unnamed(prefix: string, tensors: Tensors): LayerParameters[] {
  const layers: LayerParameters[] = [];
  for (let l = 0; tensors.has(`${prefix}.${l}.weights`); l++) {
    const valuesOf = (part: string): Float32Array => tensors.get(`${prefix}.${l}.${part}`)!.values;
    layers.push({ weights: valuesOf("weights"), biases: valuesOf("biases") });
  }
  return layers;
}
