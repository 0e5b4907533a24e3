import { batchExamples } from "../configuration/batch-examples.ts";
import { countParameters } from "../configuration/count-parameters.ts";
import { measuredMetrics } from "../configuration/kind-of.ts";
import type { DatasetFacts } from "../data/dataset.ts";
import type { NetworkConfiguration } from "../fields/configuration.ts";
import { NOISE_BATCHES, type Metric } from "../metrics/metrics.ts";
import type { Work } from "./kinds/trial-kind.ts";

/**
 * Counts the work of a trial that trains a network. A training example costs one multiply-add a weight forward, one for the gradient, and one
 * more backward for every weight beyond the first layer; an evaluated example the forward one.
 * @param metrics Names of metrics beyond the default ones: they may ask for more evaluation.
 */
export function networkWork(
  configuration: NetworkConfiguration,
  facts: DatasetFacts,
  metrics: readonly string[],
): Work {
  const { epochs } = configuration;
  const units = layerSizes(configuration, facts);
  const first = units[0]! * units[1]!;
  let beyond = 0;
  for (let l = 2; l < units.length; l++) beyond += units[l - 1]! * units[l]!;
  const { train } = facts.sizes;
  const measured = measuredMetrics(metrics, configuration, facts);
  const trained = train * epochs + gradientExamples(measured, configuration, facts) * (epochs + 1);
  const evaluated = evaluatedExamples(measured, facts) * (epochs + 1);
  const inFirst = (2 * trained + evaluated) * first;
  const outside = (3 * trained + evaluated) * beyond;
  const batches = Math.ceil(train / batchExamples(configuration, train)) * epochs;
  return {
    sparse: facts.image ? inFirst : 0,
    dense: outside + (facts.image ? 0 : inFirst),
    activations: (2 * trained + evaluated) * sum(units.slice(1)),
    examples: trained + evaluated,
    batches,
    fetches: batches * beyond,
    parameters: countParameters(units),
    epochs,
  };
}

/** Every part with a metric is evaluated once an epoch. */
function evaluatedExamples(measured: readonly Metric[], { sizes }: DatasetFacts): number {
  const parts = new Set(measured.flatMap(({ part }) => part ?? []));
  return sum([...parts].map((part) => sizes[part]));
}

/** Gradients are taken of the training part once an epoch, and of some batches more. */
function gradientExamples(
  measured: readonly Metric[],
  configuration: NetworkConfiguration,
  { sizes: { train } }: DatasetFacts,
): number {
  const ofGradients = measured.filter(({ quantity }) => quantity === "gradient");
  const families = new Set(ofGradients.flatMap(({ family }) => family ?? []));
  const batches = NOISE_BATCHES * batchExamples(configuration, train);
  const noise = families.has("gradientNoise") ? Math.min(train, batches) : 0;
  return (families.size > 0 ? train : 0) + noise;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Returns the units of every layer, the inputs first: [784, 30, 10]. */
export function layerSizes(
  { architecture }: NetworkConfiguration,
  { features, target }: DatasetFacts,
): number[] {
  return [features, ...architecture.hidden, target.count];
}
