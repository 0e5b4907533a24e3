import type { DatasetFacts } from "../data/dataset.ts";
import type { Configuration } from "../fields/configuration.ts";
import { trialWork } from "./work.ts";

/** Sizes and work of a trial, known before it runs. */
export interface TrialCost {
  /** Weights and biases. */
  readonly parameters: number;
  /** Multiply-adds of the whole trial as a dense network: training, and evaluation of the measured parts. */
  readonly multiplyAdds: number;
}

/** Returns what a trial costs. @param metrics Names of metrics beyond the default ones. */
export function trialCost(
  configuration: Configuration,
  facts: DatasetFacts,
  metrics: readonly string[] = [],
): TrialCost {
  const { parameters, sparse, dense } = trialWork(configuration, facts, metrics);
  return { parameters, multiplyAdds: sparse + dense };
}
