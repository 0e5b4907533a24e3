import { foldsOf } from "../../data/folds-of.ts";
import { recipeDigest } from "../../data/recipe-digest.ts";
import { datasetSource } from "../../data/registry.ts";
import { PATH_OPTIONS, type DatasetOptions } from "../../data/source.ts";
import { batchExamples } from "../../configuration/batch-examples.ts";
import type { NetworkConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { joinPath } from "../../text/paths.ts";
import { networkWork } from "../network-work.ts";
import type { TrialKind } from "./trial-kind.ts";

export const network: TrialKind<NetworkConfiguration> = {
  dataOf({ dataset }, folder) {
    const source = datasetSource(dataset.name);
    return { facts: source.facts(dataset, folder), dataDigest: recipeDigest(source.recipe(dataset, folder)) };
  },
  dataKey: ({ dataset }) => dataset,
  foldsOf: (configuration) =>
    foldsOf(configuration.dataset).map((fold) => {
      return { fold, configuration: { ...configuration, dataset: { ...configuration.dataset, fold } } };
    }),
  withParts: (configuration, share) => ({
    ...configuration,
    dataset: share(configuration.dataset),
    architecture: share(configuration.architecture),
    optimizer: share(configuration.optimizer),
    schedule: share(configuration.schedule),
    earlyStopping: share(configuration.earlyStopping),
    target: share(configuration.target),
  }),
  filesOf: () => [],
  hasKnownWork: true,
  workOf: networkWork,
  workKey: ({ architecture, batchSize, epochs }) => `${architecture.hidden.join()}:${batchSize}:${epochs}`,
  fieldsOf(configuration) {
    const { dataset, architecture, earlyStopping, target, kind: _, ...others } = configuration;
    const { name, ...options } = dataset;
    return new Map<string, FieldValue>([
      ["dataset", name],
      ...below("dataset", options),
      ...below("architecture", architecture),
      ...below("earlyStopping", earlyStopping),
      ...below("target", target),
      ...Object.entries(others),
    ]);
  },
  statedOf: (configuration, { facts, folder, metrics, replicates }) => ({
    ...configuration,
    dataset: folder === undefined ? configuration.dataset : fromHere(configuration.dataset, folder),
    batchSize: configuration.batchSize === "full" ? "full" : batchExamples(configuration, facts.sizes.train),
    replicates,
    metrics,
  }),
};

function below(parent: string, map: object): [string, FieldValue][] {
  return Object.entries(map).map(([key, value]) => [`${parent}.${key}`, value as FieldValue]);
}

function fromHere(dataset: DatasetOptions, folder: string): DatasetOptions {
  const named = PATH_OPTIONS.filter((option) => dataset[option] !== undefined);
  const moved = named.map((option) => [option, joinPath(folder, String(dataset[option]))]);
  return { ...dataset, ...(Object.fromEntries(moved) as Record<string, string>) };
}
