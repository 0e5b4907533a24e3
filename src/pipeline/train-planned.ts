import type { LoadContext } from "../data/source.ts";
import type { Pattern } from "../spec/sweep.ts";
import type { Records, TrialStore } from "../store/trial-store.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainSettings } from "../training/read-trials.ts";
import { makeJobs } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Shard } from "../trials/shard.ts";
import type { Trial } from "../trials/trial.ts";
import type { LeadingModels } from "./models/leading-models.ts";
import { joinListeners, type SweepListener } from "./listener.ts";
import type { RecentData } from "./data/recent-data.ts";
import { trainMissing } from "./train-missing.ts";
import type { StartTrainer } from "./trainer.ts";

/** What is to be trained, and who follows it; none of it changes a byte of the results. */
export interface SweepChoices {
  readonly load: LoadContext;
  /** Trains all trials again and replaces their records. */
  readonly fresh?: boolean;
  /** Trains only configurations that match; of the others, records are read. */
  readonly only?: Pattern["matches"] | undefined;
  /** Trains this part of the trials, and leaves the rest to other machines. */
  readonly shard?: Shard | undefined;
  readonly signal?: AbortSignal;
  readonly listener?: SweepListener;
}

/** The same with what trains and keeps records: threads and a disk, or what a browser has instead. */
export interface SweepMeans extends SweepChoices {
  readonly records: Records;
  readonly trainerOf: (plan: Plan) => StartTrainer;
  /** The data set that was used last. */
  readonly recent: RecentData;
}

/** What training the given trials of a plan needs. */
interface TrainOptions extends Omit<SweepMeans, "records" | "recent"> {
  readonly store: TrialStore;
  readonly settings: TrainSettings;
  readonly signal: AbortSignal;
  /** Is shown every ending, and keeps the weights that pictures may need; absent where none are drawn. */
  readonly leading?: LeadingModels | undefined;
  readonly recent?: RecentData | undefined;
  /** Called when something trains and nothing is left to start: for what can be done while the last trials train. */
  readonly onLast?: (() => void) | undefined;
}

/** Trains the given trials of a plan; returns how each ended, by id. */
export async function trainPlanned(
  plan: Plan,
  trials: readonly Trial[],
  options: TrainOptions,
): Promise<Map<string, Outcome>> {
  if (trials.length === 0) return new Map();
  const { store, leading } = options;
  const { listener, begun } = noteBegin(options.listener);
  const onLast = options.onLast && (() => void begun.then(options.onLast));
  const jobs = makeJobs(trials, plan);
  const start = options.trainerOf(plan);
  try {
    const { run, sweep } = plan.experiment;
    const load = { ...options.load, folder: sweep.folder };
    const returnModel = leading !== undefined;
    const work = { ...options, plan, jobs, load, returnModel, timeout: run.timeout, listener };
    const trainer = await start(work);
    try {
      return await trainMissing(jobs, { ...options, onLast, plan, trainer, listener });
    } finally {
      await trainer.close();
    }
  } finally {
    await store.close();
  }
}

/** Returns the same listener, and a promise that is kept when the first job begins: its data are there by then. */
function noteBegin(own: SweepListener = {}): { listener: SweepListener; begun: Promise<void> } {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return { listener: joinListeners([own, { onJobStart: () => begin() }]), begun };
}
