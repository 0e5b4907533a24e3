import { startSha256 } from "../../files/sha256-of.ts";
import type { TrainerWork } from "../../pipeline/trainer.ts";
import { storeId } from "../../store/store-id.ts";
import type { Connection } from "../connection.ts";
import { offerDataset } from "../data-transfer.ts";
import { VERSIONS } from "../names.ts";
import type { DatasetOptions } from "../../data/source.ts";
import { networkIn } from "../../configuration/kind-of.ts";
import { programEntry } from "../program-entry.ts";
import type { SweepEntry } from "../sweep-entries.ts";

/** The parts of the work that define a sweep in the queue. */
type SweepWork = Pick<TrainerWork, "plan" | "jobs" | "settings" | "timeout" | "load">;

/**
 * Returns the entry of a sweep. Its id is that of an earlier start of the same sweep on the same store, so that a
 * coordinator that was killed finds its work again.
 */
export async function sweepEntry(work: SweepWork, storeDir: string): Promise<SweepEntry> {
  const { plan, jobs, settings, timeout } = work;
  const hash = startSha256().update(await storeId(storeDir));
  hash.update(JSON.stringify([plan.experiment.name, settings, timeout ?? null]));
  for (const { id } of plan.trials) hash.update(id);
  const hasData = networkIn(plan.experiment.base) !== undefined;
  const digests = new Set(hasData ? jobs.map(({ trials }) => trials[0].dataDigest) : []);
  return {
    ...VERSIONS,
    id: hash.digest("hex").slice(0, 16),
    name: plan.experiment.name,
    trials: jobs.reduce((sum, { trials }) => sum + trials.length, 0),
    data: [...digests],
    ...(!hasData && { programs: programEntry(plan) }),
  };
}

/** Puts the data sets of a sweep where workers find them. */
export async function offerData({ redis }: Connection, { jobs, load }: SweepWork): Promise<void> {
  const sets = new Map(
    jobs.flatMap(({ trials: [{ dataDigest, configuration }] }): [string, DatasetOptions][] => {
      const network = networkIn(configuration);
      return network ? [[dataDigest, network.dataset]] : [];
    }),
  );
  for (const [digest, dataset] of sets) await offerDataset(redis, digest, dataset, load);
}
