import type { Experiment } from "../../spec/experiment.ts";
import { stampId } from "../../store/stamp-file.ts";
import { planTrials } from "../../trials/plan.ts";

/** The parts of a store to which experiments refer. */
export interface References {
  /** Names of the experiments that a trial belongs to, by trial id. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly prefixIds: ReadonlySet<string>;
  /** The keys of the experiments' stamps. */
  readonly stampIds: ReadonlySet<string>;
}

/** Returns the parts of a store to which trials of experiments refer. */
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

/** Fresh replicates are those of the best configuration, which may be any. */
function withConfirming(experiment: Experiment): Experiment {
  const { replicates, report } = experiment;
  const count = replicates.count + (report?.confirm ?? 0);
  return { ...experiment, replicates: { ...replicates, count } };
}
