import { restoresBest } from "../configuration/depends-on-epochs.ts";
import { lengthOf, networkIn } from "../configuration/kind-of.ts";
import type { Keep } from "../spec/experiment.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { CheckpointQuery } from "../store/trial-store.ts";
import type { Job, JobPlan } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import { wantedMetrics } from "./stored-outcomes.ts";
import { isProgram } from "../configuration/program-folder.ts";
import { smallestOf } from "../math/extremes.ts";

/**
 * Returns the checkpoint from which a job may resume, or undefined for none: with `keep: best` and `restoreBest` the best
 * weights may lie before it, and be lost; a descent leaves none.
 */
export function checkpointQuery({ trials }: Job, plan: JobPlan, keep: Keep): CheckpointQuery | undefined {
  const [{ configuration }] = trials;
  if (keep === "best" || !networkIn(configuration) || restoresBest(configuration)) return undefined;
  const atMost = smallestOf(trials.map(({ configuration }) => lengthOf(configuration)));
  return { atMost, metrics: wantedMetrics(trials[0], plan), all: keep === "all" };
}

/**
 * Returns, by job, the epoch from which it would resume, where weights of shorter trials were kept. Jobs that would begin
 * with the untrained network are left out. Changes nothing.
 */
export async function keptEpochs(
  jobs: readonly Job[],
  plan: Plan,
  store: Pick<RecordStore, "hasCheckpoints" | "peekCheckpoint" | "peekFolder">,
): Promise<Map<Job, number>> {
  const epochs = new Map<Job, number>();
  for (const job of jobs) {
    const epoch = await keptEpoch(job, plan, store);
    if (epoch !== undefined) epochs.set(job, epoch);
  }
  return epochs;
}

async function keptEpoch(
  job: Job,
  plan: Plan,
  store: Pick<RecordStore, "hasCheckpoints" | "peekCheckpoint" | "peekFolder">,
): Promise<number | undefined> {
  const { prefixId, configuration } = job.trials[0];
  if (isProgram(configuration)) {
    if (!configuration.checkpoints) return undefined;
    const before = smallestOf(job.trials.map((trial) => lengthOf(trial.configuration)));
    return store.peekFolder(prefixId, { before, metrics: plan.experiment.metrics });
  }
  if (!(await store.hasCheckpoints(prefixId))) return undefined;
  const query = checkpointQuery(job, plan, plan.experiment.run.keep);
  return query && (await store.peekCheckpoint(prefixId, query))?.epoch;
}
