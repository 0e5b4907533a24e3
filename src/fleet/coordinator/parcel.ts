import type { Job } from "../../trials/job.ts";
import { batchId, batchJobs } from "../batch-jobs.ts";

/** A batch of the plan on its way: it is in the queue under one name for any number of its jobs. */
export interface Parcel {
  readonly id: string;
  /** Jobs that will be wanted and were not put in yet, as prefixes. */
  readonly toCome: Set<string>;
  /** Jobs that were put in since it was last sent. */
  readonly put: Job[];
  /** Jobs that were sent and have not come back. */
  readonly out: Map<string, Job>;
  /** It was not found in the queue when it was looked for. */
  isMissed: boolean;
}

/**
 * Returns the parcel of every job, by its prefix.
 * @param jobs All jobs of the plan, the longest first.
 * @param wanted Those that will be put in.
 */
export function parcels(sweep: string, jobs: readonly Job[], wanted: readonly Job[]): Map<string, Parcel> {
  const coming = new Set(wanted.map(prefixOf));
  const found = new Map<string, Parcel>();
  for (const batch of batchJobs(jobs)) {
    const prefixes = batch.jobs.map(prefixOf);
    const toCome = new Set(prefixes.filter((prefix) => coming.has(prefix)));
    const id = batchId(sweep, batch.jobs);
    const parcel: Parcel = { id, toCome, put: [], out: new Map(), isMissed: false };
    for (const prefix of prefixes) found.set(prefix, parcel);
  }
  return found;
}

/** What names a job: that of the training that its trials share. */
export function prefixOf({ trials: [{ prefixId }] }: Job): string {
  return prefixId;
}
