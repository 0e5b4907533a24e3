import type { DatasetFacts } from "../data/dataset.ts";
import { countParameters } from "../spec/count-parameters.ts";
import type { Configuration } from "../spec/experiment.ts";

/** Sizes and work of a trial, known before it runs. */
export interface TrialCost {
  /** Weights and biases. */
  readonly parameters: number;
  /** Multiply-adds of the whole trial as a dense network: training, and evaluation of the measured parts. */
  readonly multiplyAdds: number;
}

/** Returns the units of every layer, the inputs first: [784, 30, 10]. */
export function layerSizes({ architecture }: Configuration, { features, classes }: DatasetFacts): number[] {
  return [features, ...architecture.hidden, classes];
}

/**
 * Counts parameters and multiply-adds. A training example costs one multiply-add a weight forward, one for the
 * gradient, and one more backward for every weight beyond the first layer; an evaluated example the forward one.
 */
export function trialCost(configuration: Configuration, facts: DatasetFacts): TrialCost {
  const sizes = layerSizes(configuration, facts);
  const weights = sizes.slice(1).map((units, l) => units * sizes[l]!);
  const all = sum(weights);
  const { train, validation, test } = facts.sizes;
  const { epochs } = configuration;
  const training = train * (3 * all - weights[0]!) * epochs;
  const evaluation = (validation + test) * all * (epochs + 1);
  return { parameters: countParameters(sizes), multiplyAdds: training + evaluation };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
