import type { DatasetFacts } from "../data/dataset.ts";
import { datasetSource } from "../data/registry.ts";
import { recipeDigest } from "../data/recipe-digest.ts";
import type { DatasetOptions } from "../data/source.ts";
import { formulaText } from "../functions/named-functions.ts";
import { lengthOf } from "../spec/configuration/length-of.ts";
import type { Configuration, Experiment, FunctionConfiguration, Replicates } from "../spec/experiment.ts";
import { expandGrid, type GridPoint } from "./expand-grid.ts";
import { configurationKeys, prefixIdOf, trialIdOf } from "./trial-id.ts";
import type { Trial } from "./trial.ts";

/** What an experiment comes to: its configurations and trials, in the order of every table. */
export interface Plan {
  readonly experiment: Experiment;
  readonly configurations: readonly PlannedConfiguration[];
  /** Configurations in grid order, the replicates of each together. */
  readonly trials: readonly Trial[];
  /** Grid points left out because an earlier one trains the very same trials. */
  readonly duplicates: readonly Configuration[];
}

/** One point of the grid with what is known of it before training. */
export interface PlannedConfiguration extends GridPoint {
  readonly index: number;
  readonly facts: DatasetFacts;
  readonly dataDigest: string;
}

/** Expands an experiment into its trials and gives each its identity. */
export function planTrials(experiment: Experiment): Plan {
  const seen = new Set<string>();
  const configurations: PlannedConfiguration[] = [];
  const duplicates: Configuration[] = [];
  const trials: Trial[] = [];
  const [dataOf, keyOf] = [rememberData(), configurationKeys()];
  for (const raw of expandGrid(experiment)) {
    const { facts, dataDigest } = dataOf(raw.configuration);
    const point = { index: configurations.length, ...raw, facts, dataDigest };
    const key = keyOf(point.configuration, point.facts);
    const replicates = trialsOf(point, key, experiment.replicates, trials.length);
    if (seen.has(replicates[0]!.id)) {
      duplicates.push(raw.configuration);
      continue;
    }
    seen.add(replicates[0]!.id);
    configurations.push(point);
    for (const trial of replicates) trials.push(trial);
  }
  return { experiment, configurations, trials, duplicates };
}

/** What is known of a data set before it is built. */
type DataFacts = Pick<PlannedConfiguration, "facts" | "dataDigest">;

/** Returns a function that looks at each data set once. */
function rememberData(): (configuration: Configuration) => DataFacts {
  const known = new Map<DatasetOptions, DataFacts>();
  return (configuration) => {
    if (configuration.kind === "function") return functionFacts(configuration);
    const { dataset } = configuration;
    const data = known.get(dataset) ?? factsOf(dataset);
    known.set(dataset, data);
    return data;
  };
}

/** A descent has no examples: numbers go in, one comes out. */
function functionFacts({ function: minimized, start }: FunctionConfiguration): DataFacts {
  return {
    facts: {
      features: start.length,
      target: { kind: "numbers", count: 1 },
      sizes: { train: 0, validation: 0, test: 0 },
    },
    dataDigest: recipeDigest({ generator: "function", formula: formulaText(minimized) }),
  };
}

function factsOf(dataset: DatasetOptions): DataFacts {
  const source = datasetSource(dataset.name);
  return { facts: source.facts(dataset), dataDigest: recipeDigest(source.recipe(dataset)) };
}

function trialsOf(
  { index: configurationIndex, configuration, dataDigest }: PlannedConfiguration,
  configurationKey: string,
  { count, baseSeed, first = 0 }: Replicates,
  firstIndex: number,
): Trial[] {
  return Array.from({ length: count }, (_, i) => {
    const [index, replicate] = [firstIndex + i, first + i];
    const prefixId = prefixIdOf(configurationKey, { baseSeed, replicate, dataDigest });
    const id = trialIdOf(prefixId, lengthOf(configuration));
    return { id, prefixId, index, configurationIndex, configuration, replicate, baseSeed, dataDigest };
  });
}
