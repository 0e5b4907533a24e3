import type { DatasetFacts } from "../data/dataset.ts";
import { datasetSource } from "../data/registry.ts";
import type { DataFolder, DatasetOptions } from "../data/source.ts";
import { lengthOf, networkIn } from "../configuration/kind-of.ts";
import type { Configuration } from "../fields/configuration.ts";
import type { Experiment, Replicates } from "../spec/experiment.ts";
import { allotmentOf, allottedReplicates, withAllotted } from "./allotment.ts";
import { expandGrid, type GridPoint } from "./expand-grid.ts";
import type { KnownData } from "./kinds/trial-kind.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";
import { configurationKeys, prefixIdOf, trialIdOf } from "./trial-id.ts";
import type { Trial } from "./trial.ts";

/** What an experiment trains: its configurations and trials, in the order of every table. */
export interface Plan {
  readonly experiment: Experiment;
  readonly configurations: readonly PlannedConfiguration[];
  /** Configurations in grid order, the replicates of each together. */
  readonly trials: readonly Trial[];
  /** Grid points left out because an earlier one trains the very same trials. */
  readonly duplicates: readonly Configuration[];
  /** What is odd about the data, each in a sentence. */
  readonly dataWarnings: readonly string[];
}

/** One point of the grid with what is known of it before training. */
export interface PlannedConfiguration extends GridPoint {
  readonly index: number;
  /** Of cross-validation those of the first fold. */
  readonly facts: DatasetFacts;
  readonly dataDigest: string;
  /** What is known of each fold; absent without cross-validation. */
  readonly folds?: readonly PlannedFold[];
}

/** A part of a cross-validation: the same configuration, its data set divided otherwise. */
export interface PlannedFold extends Pick<PlannedConfiguration, "configuration" | "facts" | "dataDigest"> {
  /** From 1. */
  readonly fold: number;
}

/** Returns what is known of the data of a trial: that of its fold, if it has one. */
export function factsOf(
  { configurationIndex, fold }: Pick<Trial, "configurationIndex" | "fold">,
  plan: Pick<Plan, "configurations">,
): DatasetFacts {
  const { facts, folds } = plan.configurations[configurationIndex]!;
  return folds?.find((other) => other.fold === fold)?.facts ?? facts;
}

/**
 * Expands an experiment into its trials and gives each its identity. Where a search learns from results, these are the
 * trials that it has decided on so far.
 */
export function planTrials(experiment: Experiment): Plan {
  const seen = new Set<string>();
  const configurations: PlannedConfiguration[] = [];
  const duplicates: Configuration[] = [];
  const trials: Trial[] = [];
  const { folder } = experiment.sweep;
  const [dataOf, keyOf] = [rememberData(folder), configurationKeys()];
  for (const raw of expandGrid(experiment)) {
    const allotment = allotmentOf(experiment.sweep.search, configurations.length);
    const configuration = withAllotted(raw.configuration, allotment);
    const repeated = allottedReplicates(experiment.replicates, allotment);
    const point = { index: configurations.length, ...raw, configuration, ...dataOf(configuration) };
    const folds = foldsIn(point, dataOf);
    const samples = folds.length > 0 ? folds : [point];
    const replicates = samples.flatMap((sample, i) => {
      const key = keyOf(sample.configuration, sample);
      return trialsOf(sample, key, repeated, trials.length + i * repeated.count);
    });
    if (seen.has(replicates[0]!.id)) {
      duplicates.push(configuration);
      continue;
    }
    seen.add(replicates[0]!.id);
    configurations.push(folds.length > 0 ? { ...point, folds } : point);
    for (const trial of replicates) trials.push(trial);
  }
  return {
    experiment,
    configurations,
    trials,
    duplicates,
    dataWarnings: dataWarnings(configurations, folder),
  };
}

/** Returns what is odd about the data sets of a plan, each sentence once. */
function dataWarnings(configurations: readonly PlannedConfiguration[], folder: DataFolder): string[] {
  const datasets = new Set<DatasetOptions>();
  for (const { configuration } of configurations) {
    const network = networkIn(configuration);
    if (network) datasets.add(network.dataset);
  }
  const warnings = [...datasets].flatMap(
    (dataset) => datasetSource(dataset.name).warnings?.(dataset, folder) ?? [],
  );
  return [...new Set(warnings)];
}

/** Returns a function that looks at each data set once. */
function rememberData(folder: DataFolder): (configuration: Configuration) => KnownData {
  const known = new Map<unknown, KnownData>();
  return (configuration) => {
    const kind = trialKindOf(configuration);
    const key = kind.dataKey(configuration);
    const data = (key === undefined ? undefined : known.get(key)) ?? kind.dataOf(configuration, folder);
    if (key !== undefined) known.set(key, data);
    return data;
  };
}

/** Returns the folds of a configuration; none where its data set is divided once for all. */
function foldsIn(
  { index, configuration }: PlannedConfiguration,
  dataOf: (configuration: Configuration) => KnownData,
): (PlannedFold & { index: number })[] {
  return trialKindOf(configuration)
    .foldsOf(configuration)
    .map((divided) => ({ index, ...divided, ...dataOf(divided.configuration) }));
}

function trialsOf(
  sample: Pick<PlannedConfiguration, "index" | "configuration" | "dataDigest"> & { readonly fold?: number },
  configurationKey: string,
  { count, baseSeed, first = 0 }: Replicates,
  firstIndex: number,
): Trial[] {
  const { index: configurationIndex, configuration, dataDigest, fold } = sample;
  const given = { configurationIndex, configuration, ...(fold !== undefined && { fold }) };
  return Array.from({ length: count }, (_, i) => {
    const [index, replicate] = [firstIndex + i, first + i];
    const prefixId = prefixIdOf(configurationKey, { baseSeed, replicate, dataDigest });
    const id = trialIdOf(prefixId, lengthOf(configuration));
    return { id, prefixId, index, ...given, replicate, baseSeed, dataDigest };
  });
}
