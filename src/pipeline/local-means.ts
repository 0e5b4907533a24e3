import { setMaxListeners } from "node:events";
import { RecordStore } from "../store/record-store.ts";
import { packedData } from "./data/packed-data.ts";
import { RecentData } from "./data/recent-data.ts";
import { localTrainer, type LocalOptions } from "./threads/local-trainer.ts";
import type { SweepChoices, SweepMeans } from "./train-planned.ts";
import type { StartTrainer } from "./trainer.ts";

/** How and where trials train; none of it changes a byte of the results. */
export interface TrainingOptions extends LocalOptions, SweepChoices {
  /** Folder of records. */
  readonly storeDir: string;
  /** What trains; absent = what the kind of the experiment needs on this machine. */
  readonly trainer?: StartTrainer | undefined;
}

/** What trains here, with a signal that many may listen to. */
export type LocalMeans = SweepMeans & { readonly signal: AbortSignal };

/**
 * Returns what trains and keeps records on this machine: threads or programs, and a folder.
 * @param onDamage Called for every damaged record that is missing; by default the listener is.
 */
export function localMeans(
  { storeDir, ...options }: TrainingOptions,
  onDamage: (file: string, reason: string) => void = (...damage) =>
    options.listener?.onDamagedRecord?.(...damage),
): LocalMeans {
  return { ...localTraining(options), records: new RecordStore(storeDir, onDamage) };
}

/** Returns what trains on this machine, without a store. */
export function localTraining({
  trainer,
  ...options
}: Omit<TrainingOptions, "storeDir">): Omit<LocalMeans, "records"> {
  const { signal = new AbortController().signal } = options;
  setMaxListeners(0, signal); // as many listen as tasks run
  const recent = new RecentData(packedData);
  return { ...options, signal, recent, trainerOf: (plan) => trainer ?? localTrainer(plan, options) };
}
