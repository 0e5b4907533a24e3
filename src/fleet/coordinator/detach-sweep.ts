import { makeJobs } from "../../trials/job.ts";
import type { TrainerWork } from "../../pipeline/trainer.ts";
import { connect, reportLosses } from "../connection.ts";
import { cancelledKey, stoppedKey } from "../names.ts";
import { asFleetError } from "../refusal.ts";
import { enterSweep, type SweepEntry } from "../sweep-entries.ts";
import { offerData, sweepEntry } from "./open-sweep.ts";
import { Outbox } from "./outbox.ts";

/**
 * Puts all jobs of a sweep into the queue for the workers. Jobs that are already there stay there.
 * @throws {GridientError} E_FLEET, E_USAGE, E_DATA.
 */
export async function detachSweep(
  url: string,
  storeDir: string,
  work: Omit<TrainerWork, "store" | "signal" | "listener">,
  notify: (text: string) => void,
): Promise<SweepEntry> {
  const connection = await connect(url);
  connection.warnings.forEach(notify);
  reportLosses(connection, notify);
  try {
    const entry = await sweepEntry(work, storeDir);
    await connection.redis.del(cancelledKey(entry.id), stoppedKey(entry.id));
    await offerData(connection, work);
    await enterSweep(connection.redis, entry);
    const { plan, jobs } = work;
    const outbox = new Outbox(connection, entry.id, { all: makeJobs(plan.trials, plan), wanted: jobs }, work);
    for (const job of jobs) outbox.put(job);
    await outbox.sent();
    return entry;
  } catch (error) {
    throw asFleetError(error);
  } finally {
    await connection.close();
  }
}
