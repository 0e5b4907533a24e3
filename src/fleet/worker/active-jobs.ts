import type { RunningJob } from "../../pipeline/listener.ts";
import { Slots } from "../../runners/slots.ts";
import type { Batch, Ending } from "../../pipeline/trainer.ts";
import type { Job } from "../../trials/job.ts";
import type { ActiveJob } from "../worker-state.ts";

/** Jobs under way, one after the other. */
interface Active {
  readonly sweep: string;
  readonly jobs: Batch["jobs"];
  readonly stop: AbortController;
  /** Those that have begun, alone or together: trials that failed together begin again, one by one. */
  readonly running: Map<Job, RunningJob>;
  /** Those that must stop as soon as they begin. */
  readonly stopped: Set<Job>;
}

/** Trains jobs of a batch in a lane. */
export type TrainJobs = (
  jobs: Batch["jobs"],
  lane: number,
  hooks: {
    readonly signal: AbortSignal;
    readonly onJobStart: (job: Job, slot: number, running: RunningJob) => void;
  },
) => Promise<Ending[]>;

/** The jobs that train in a worker now, in a lane each few of them: one of its threads. */
export class ActiveJobs {
  readonly #active = new Map<number, Active>();
  readonly #lanes: Slots;
  #isClosed = false;

  /** @param lanes How many. */
  constructor(lanes: number) {
    this.#lanes = new Slots(lanes);
  }

  /** Trains jobs of a batch, which have their data in common, in the next free lane; after `close`, none. */
  train(jobs: Batch["jobs"], sweep: string, train: TrainJobs): Promise<Ending[]> {
    return this.#lanes.use(async (lane) => {
      if (this.#isClosed) return [];
      const active: Active = {
        sweep,
        jobs,
        stop: new AbortController(),
        running: new Map(),
        stopped: new Set(),
      };
      this.#active.set(lane, active);
      try {
        return await train(jobs, lane, {
          signal: active.stop.signal,
          onJobStart: (job, _slot, running) => {
            active.running.set(job, running);
            if (active.stopped.has(job)) running.cancel();
          },
        });
      } finally {
        this.#active.delete(lane);
      }
    });
  }

  /** Stops everything, and trains nothing more. */
  close(): void {
    this.#isClosed = true;
    this.stop(() => true);
  }

  /** Stops jobs that match; others that train with them continue. */
  stop(isSo: (job: Job, sweep: string) => boolean): void {
    for (const { sweep, jobs, stop, running, stopped } of this.#active.values()) {
      if (jobs.every((job) => isSo(job, sweep))) stop.abort();
      for (const job of jobs) if (isSo(job, sweep)) stopped.add(job);
      for (const [job, { cancel }] of running) if (isSo(job, sweep)) cancel();
    }
  }

  /** Returns the sweeps that train here. */
  sweeps(): Set<string> {
    return new Set([...this.#active.values()].map(({ sweep }) => sweep));
  }

  /** Returns how far each lane is with the job that it trains now. */
  states(): ActiveJob[] {
    return [...this.#active].map(([lane, { sweep, jobs, running }]) => {
      const begun = [...running];
      const current = begun.find(([{ epochs }, { epochs: done }]) => done() < epochs) ?? begun.at(-1);
      const [job, progress] = current ?? [jobs[0], undefined];
      const epoch = progress?.epochs() ?? 0;
      const value = progress?.values[epoch] ?? NaN;
      const ids = job.trials.map(({ id }) => id);
      return { sweep, ids, lane, epoch, value: Number.isFinite(value) ? value : null };
    });
  }
}
