import { stringify } from "yaml";
import { formatSpec } from "../spec/format-experiment.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";
import { factsOf, type Plan } from "./plan.ts";
import type { Trial } from "./trial.ts";

/**
 * Returns a spec of one trial alone, with every value written out: its plan is that trial, under the same id.
 *
 * @param folder The experiment's: then paths of data files start from the current folder, otherwise they stay as they are.
 */
export function trialSpec(plan: Plan, trial: Trial, folder?: string): string {
  const { configuration, fold, replicate, baseSeed } = trial;
  const { name, metrics: names, goals: metrics = names, objective, run } = plan.experiment;
  const repetition = `${fold === undefined ? "" : `fold ${fold}, `}replicate ${replicate}`;
  const description = `Trial ${trial.index} of ${name}, ${repetition}`;
  const replicates = { count: 1, baseSeed, first: replicate };
  const facts = factsOf(trial, plan);
  const fields = trialKindOf(configuration).statedOf(configuration, { facts, folder, metrics, replicates });
  const { versions = [] } = plan.experiment.sweep.folder;
  const stated = versions.length > 0 ? { versions: versions.map(({ command }) => command) } : {};
  const spec = { description, ...fields, objective, ...stated, run };
  return formatSpec(`# id ${trial.id}\n\n${stringify(spec, { aliasDuplicateObjects: false })}`);
}
