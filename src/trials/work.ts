import type { DatasetFacts } from "../data/dataset.ts";
import { batchExamples } from "../configuration/batch-examples.ts";
import { countParameters } from "../configuration/count-parameters.ts";
import type { Configuration, FunctionConfiguration, NetworkConfiguration } from "../fields/configuration.ts";
import { measuredMetrics } from "../configuration/measured-metrics.ts";
import { NOISE_BATCHES, type Metric } from "../metrics/metrics.ts";

/** What a trial does, counted: all that its time depends on besides the machine. */
export interface Work {
  /** Multiply-adds with inputs that are mostly zero, and skipped: those of the first layer on images. */
  readonly sparse: number;
  /** All other multiply-adds. */
  readonly dense: number;
  /** Units times examples that go through them. */
  readonly activations: number;
  /** Examples trained on or evaluated. */
  readonly examples: number;
  readonly batches: number;
  /** Weights beyond the first layer times batches: each batch fetches them anew. */
  readonly fetches: number;
  /** Weights and biases: drawn once. */
  readonly parameters: number;
  readonly epochs: number;
}

/** Returns the work of a trial of a configuration. */
export type WorkOf = (configuration: Configuration, facts: DatasetFacts) => Work;

/**
 * Counts the work of a trial. A training example costs one multiply-add a weight forward, one for the gradient, and one
 * more backward for every weight beyond the first layer; an evaluated example the forward one.
 * @param metrics Names of metrics beyond the default ones: they may ask for more evaluation.
 */
export function trialWork(
  configuration: Configuration,
  facts: DatasetFacts,
  metrics: readonly string[],
): Work {
  if (configuration.kind === "function") return descentWork(configuration);
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

/**
 * Returns what is left of a trial's work once that of a shorter one like it is done: it goes on from there, so neither
 * are parameters drawn again nor is the untrained network measured.
 */
export function workBeyond(work: Work, done: Work): Work {
  const units = Object.entries(work) as [keyof Work, number][];
  return Object.fromEntries(units.map(([unit, count]) => [unit, count - done[unit]])) as unknown as Work;
}

/**
 * Returns a function that counts the work of a trial, once for all that are alike: those of a large grid differ in
 * little that costs time.
 */
export function rememberWork(metrics: readonly string[]): WorkOf {
  const known = new Map<DatasetFacts, Map<string, Work>>();
  return (configuration, facts) => {
    if (configuration.kind === "function") return descentWork(configuration);
    const { architecture, batchSize, epochs } = configuration;
    const works = known.get(facts) ?? new Map<string, Work>();
    known.set(facts, works);
    const shape = `${architecture.hidden.join()}:${batchSize}:${epochs}`;
    const work = works.get(shape) ?? trialWork(configuration, facts, metrics);
    works.set(shape, work);
    return work;
  };
}

/** A step evaluates the function and its gradient once: as long as an epoch of nothing. */
function descentWork({ start, steps }: FunctionConfiguration): Work {
  const idle = { sparse: 0, dense: 0, activations: 0, examples: 0, batches: 0, fetches: 0 };
  return { ...idle, parameters: start.length, epochs: steps };
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
