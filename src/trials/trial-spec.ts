import { stringify } from "yaml";
import { formatSpec } from "../spec/format/format-spec.ts";
import { batchExamples } from "../spec/configuration/batch-examples.ts";
import type { NetworkConfiguration } from "../spec/experiment.ts";
import type { Plan } from "./plan.ts";
import type { Trial } from "./trial.ts";

/** Returns a spec of one trial alone, with every value written out: its plan is that trial, under the same id. */
export function trialSpec({ experiment, configurations }: Plan, trial: Trial): string {
  const { configuration, configurationIndex, replicate, baseSeed } = trial;
  const { name, metrics, objective, run } = experiment;
  const { train } = configurations[configurationIndex]!.facts.sizes;
  const description = `Trial ${trial.index} of ${name}, replicate ${replicate}`;
  const ofNetwork = (network: NetworkConfiguration): object => ({
    ...network,
    batchSize: network.batchSize === "full" ? "full" : batchExamples(network, train),
    replicates: { count: 1, baseSeed, first: replicate },
    metrics,
  });
  const fields = configuration.kind === "function" ? configuration : ofNetwork(configuration);
  const spec = { description, ...fields, objective, run };
  return formatSpec(`# id ${trial.id}\n\n${stringify(spec, { aliasDuplicateObjects: false })}`);
}
