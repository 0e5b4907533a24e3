import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { stampId } from "../../store/stamp-file.ts";
import { withConfirming } from "../../trials/confirming-plan.ts";
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
export async function referencesOf(experiments: readonly Experiment[], store: string): Promise<References> {
  const names = new Map<string, string[]>();
  const prefixIds = new Set<string>();
  for (const read of experiments) {
    const experiment = await notedVersions(read, store);
    for (const { id, prefixId } of planTrials(withConfirming(experiment)).trials) {
      prefixIds.add(prefixId);
      const known = names.get(id);
      if (known) known.push(experiment.name);
      else names.set(id, [experiment.name]);
    }
  }
  return { names, prefixIds, stampIds: new Set(experiments.map(({ name }) => stampId(name))) };
}
