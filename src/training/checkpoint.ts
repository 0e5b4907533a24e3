/**
 * A network at the end of an epoch, as named tensors: what is kept of it, and what training goes on from.
 * @module
 */
import type { LayerParameters } from "../kernels/network.ts";
import type { MetricSeries } from "./record.ts";

/** Numbers in row-major order. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * All that the next epoch depends on, by name: `layers.0.weights` [units, fanIn], `layers.0.biases` [units], ...; whatever
 * else a way of training remembers from step to step joins under names of its own.
 */
export type Tensors = ReadonlyMap<string, Tensor>;

/** Where training goes on as if it had never stopped. */
export interface Checkpoint {
  readonly epoch: number;
  readonly tensors: Tensors;
  /** What was measured until then, index = epoch. */
  readonly series: MetricSeries;
}

/** Returns weights and biases under their names. */
export function tensorsOf(layers: readonly LayerParameters[]): Tensors {
  const named = layers.flatMap(({ weights, biases }, l): [string, Tensor][] => {
    const { length } = biases;
    return [
      [`layers.${l}.weights`, { shape: [length, weights.length / length], values: weights }],
      [`layers.${l}.biases`, { shape: [length], values: biases }],
    ];
  });
  return new Map(named);
}

/** Returns the weights and biases among tensors. */
export function layersOf(tensors: Tensors): LayerParameters[] {
  const layers: LayerParameters[] = [];
  for (let l = 0; tensors.has(`layers.${l}.weights`); l++) {
    const valuesOf = (part: string): Float32Array => tensors.get(`layers.${l}.${part}`)!.values;
    layers.push({ weights: valuesOf("weights"), biases: valuesOf("biases") });
  }
  return layers;
}
