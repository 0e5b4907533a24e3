import { join, sep } from "node:path";
import { stringify } from "yaml";
import { FOLDER, PATH_OPTIONS, type DatasetOptions } from "../data/source.ts";
import { formatSpec } from "../spec/format-experiment.ts";
import { batchExamples } from "../configuration/batch-examples.ts";
import type { NetworkConfiguration } from "../fields/configuration.ts";
import { factsOf, type Plan } from "./plan.ts";
import type { Trial } from "./trial.ts";

/**
 * Returns a spec of one trial alone, with every value written out: its plan is that trial, under the same id. Paths of
 * data files start from the current folder.
 */
export function trialSpec(plan: Plan, trial: Trial): string {
  const { configuration, fold, replicate, baseSeed } = trial;
  const { name, metrics, objective, run } = plan.experiment;
  const { train } = factsOf(trial, plan).sizes;
  const repetition = `${fold === undefined ? "" : `fold ${fold}, `}replicate ${replicate}`;
  const description = `Trial ${trial.index} of ${name}, ${repetition}`;
  const ofNetwork = (network: NetworkConfiguration): object => ({
    ...network,
    dataset: fromHere(network.dataset),
    batchSize: network.batchSize === "full" ? "full" : batchExamples(network, train),
    replicates: { count: 1, baseSeed, first: replicate },
    metrics,
  });
  const fields = configuration.kind === "function" ? configuration : ofNetwork(configuration);
  const spec = { description, ...fields, objective, run };
  return formatSpec(`# id ${trial.id}\n\n${stringify(spec, { aliasDuplicateObjects: false })}`);
}

function fromHere(dataset: DatasetOptions): DatasetOptions {
  const { [FOLDER]: folder } = dataset;
  if (folder === undefined) return dataset;
  const named = PATH_OPTIONS.filter((option) => dataset[option] !== undefined);
  const moved = named.map((option) => [
    option,
    join(folder.path, String(dataset[option])).split(sep).join("/"),
  ]);
  return { ...dataset, ...(Object.fromEntries(moved) as Record<string, string>) };
}
