import type { Experiment } from "../../spec/experiment.ts";
import { stampId } from "../../store/stamp-file.ts";
import { planTrials } from "../../trials/plan.ts";

/** What experiments refer to in a store. */
export interface References {
  /** Names of the experiments that a trial belongs to, by trial id. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly prefixIds: ReadonlySet<string>;
  /** What the stamps of the experiments are filed under. */
  readonly stampIds: ReadonlySet<string>;
}

/** Returns what the trials of experiments refer to. */
export function referencesOf(experiments: readonly Experiment[]): References {
  const names = new Map<string, string[]>();
  const prefixIds = new Set<string>();
  for (const experiment of experiments) {
    for (const { id, prefixId } of planTrials(withConfirming(experiment)).trials) {
      prefixIds.add(prefixId);
      const known = names.get(id);
      if (known) known.push(experiment.name);
      else names.set(id, [experiment.name]);
    }
  }
  return { names, prefixIds, stampIds: new Set(experiments.map(({ name }) => stampId(name))) };
}

/** Any configuration may turn out to be the best one, of which fresh replicates are trained. */
function withConfirming(experiment: Experiment): Experiment {
  const { replicates, report } = experiment;
  const count = replicates.count + (report?.confirm ?? 0);
  return { ...experiment, replicates: { ...replicates, count } };
}
