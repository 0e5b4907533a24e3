import { trainHere, type LocalTraining } from "../../pipeline/threads/train-here.ts";
import type { TrainingRunner } from "../../pipeline/threads/training-threads.ts";
import type { RunningJob } from "../../pipeline/listener.ts";
import type { Batch, Ending } from "../../pipeline/trainer.ts";
import type { Job } from "../../trials/job.ts";
import type { BatchMessage } from "../messages.ts";
import type { ActiveJob } from "../worker-state.ts";
import type { Unpacked } from "./unpack-batch.ts";
import type { WorkerData } from "./worker-data.ts";

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

/** The jobs that train in a worker now, in a lane each few of them: one of its threads. */
export class ActiveJobs {
  readonly #runner: TrainingRunner;
  readonly #data: WorkerData;
  readonly #active = new Map<number, Active>();
  readonly #lanes: number[];

  constructor(runner: TrainingRunner, data: WorkerData) {
    this.#runner = runner;
    this.#data = data;
    this.#lanes = Array.from({ length: runner.width }, (_, lane) => lane);
  }

  /** Trains jobs of a batch, which have their data in common, in a free lane. */
  async train(
    jobs: Batch["jobs"],
    { sweep, settings, timeout }: BatchMessage,
    plan: Unpacked["plan"],
  ): Promise<Ending[]> {
    const lane = this.#lanes.pop()!;
    const active: Active = {
      sweep,
      jobs,
      stop: new AbortController(),
      running: new Map(),
      stopped: new Set(),
    };
    this.#active.set(lane, active);
    this.#data.enter(jobs[0]);
    try {
      const training: LocalTraining = {
        runner: this.#runner,
        places: this.#data,
        plan,
        settings,
        returnModel: settings.returnModel,
        timeout,
        signal: active.stop.signal,
        findCheckpoint: () => Promise.resolve(undefined), // weights stay with the coordinator
        onJobStart: (job, _slot, running) => {
          active.running.set(job, running);
          if (active.stopped.has(job)) running.cancel();
        },
      };
      return await trainHere(jobs, lane, training);
    } finally {
      this.#data.leave(jobs[0]);
      this.#active.delete(lane);
      this.#lanes.push(lane);
    }
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
