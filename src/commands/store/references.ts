import { planSoFar } from "../../pipeline/rounds/plan-so-far.ts";
import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { RecordStore } from "../../store/record-store.ts";
import { stampId } from "../../store/stamp-file.ts";
import { possiblePlan } from "../../trials/confirming-plan.ts";
import type { Trial } from "../../trials/trial.ts";

/** The parts of a store to which experiments refer. */
export interface References {
  /** Names of the experiments that a trial belongs to, by trial id. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly prefixIds: ReadonlySet<string>;
  /** The keys of the experiments' stamps. */
  readonly stampIds: ReadonlySet<string>;
}

/** Returns all trials of an experiment: also those on the way to what a search has decided, and fresh replicates. */
async function trialsOf(experiment: Experiment, store: string): Promise<readonly Trial[]> {
  const { plan } = await planSoFar(experiment, new RecordStore(store));
  return possiblePlan(plan.experiment).trials;
}

/** Returns the parts of a store to which trials of experiments refer. */
export async function referencesOf(experiments: readonly Experiment[], store: string): Promise<References> {
  const names = new Map<string, string[]>();
  const prefixIds = new Set<string>();
  for (const read of experiments) {
    const experiment = await notedVersions(read, store);
    for (const { id, prefixId } of await trialsOf(experiment, store)) {
      prefixIds.add(prefixId);
      const known = names.get(id);
      if (!known) names.set(id, [experiment.name]);
      else if (!known.includes(experiment.name)) known.push(experiment.name);
    }
  }
  return { names, prefixIds, stampIds: new Set(experiments.map(({ name }) => stampId(name))) };
}
