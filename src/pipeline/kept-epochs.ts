import type { RecordStore } from "../store/record-store.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import { checkpointQuery } from "./checkpoint-query.ts";

/**
 * Returns the epoch that jobs would go on after, by job: weights of shorter trials were kept there. Jobs that would
 * begin with the untrained network are left out. Changes nothing.
 */
export async function keptEpochs(
  jobs: readonly Job[],
  plan: Plan,
  store: Pick<RecordStore, "peekCheckpoint">,
): Promise<Map<Job, number>> {
  const epochs = new Map<Job, number>();
  for (const job of jobs) {
    const query = checkpointQuery(job, plan, plan.experiment.run.keep);
    const checkpoint = query && (await store.peekCheckpoint(job.trials[0].prefixId, query));
    if (checkpoint) epochs.set(job, checkpoint.epoch);
  }
  return epochs;
}
