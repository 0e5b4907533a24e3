import { trainHere, type TrainingRunner } from "../../pipeline/threads/train-here.ts";
import type { BatchMessage } from "../messages.ts";
import type { TrainJobs } from "./active-jobs.ts";
import type { Unpacked } from "./unpack-batch.ts";
import type { WorkerData } from "./worker-data.ts";

/** Returns what trains the networks of a batch on threads. */
export function trainNetworks(
  { settings, timeout }: Pick<BatchMessage, "settings" | "timeout">,
  plan: Unpacked["plan"],
  { runner, data }: { readonly runner: TrainingRunner; readonly data: WorkerData },
): TrainJobs {
  return async (jobs, lane, hooks) => {
    data.enter(jobs[0]);
    try {
      return await trainHere(jobs, lane, {
        runner,
        places: data,
        plan,
        settings,
        returnModel: settings.returnModel,
        timeout,
        findCheckpoint: () => Promise.resolve(undefined), // weights stay with the coordinator
        ...hooks,
      });
    } finally {
      data.leave(jobs[0]);
    }
  };
}
