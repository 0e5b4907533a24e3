import { trainHere, type LocalTraining } from "../../pipeline/threads/train-here.ts";
import type { TrainingRunner } from "../../pipeline/threads/training-threads.ts";
import type { RunningJob } from "../../pipeline/listener.ts";
import type { Ending } from "../../pipeline/trainer.ts";
import type { Job } from "../../trials/job.ts";
import type { BatchMessage } from "../messages.ts";
import type { ActiveJob } from "../worker-state.ts";
import type { Unpacked } from "./unpack-batch.ts";
import type { WorkerData } from "./worker-data.ts";

/** A job under way. */
interface Active {
  readonly sweep: string;
  readonly job: Job;
  readonly stop: AbortController;
  running?: RunningJob;
}

/** The jobs that train in a worker now, each in a lane: one of its threads. */
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

  /** Trains a job of a batch in a free lane. */
  async train(
    job: Job,
    { sweep, settings, timeout }: BatchMessage,
    plan: Unpacked["plan"],
  ): Promise<Ending[]> {
    const lane = this.#lanes.pop()!;
    const active: Active = { sweep, job, stop: new AbortController() };
    this.#active.set(lane, active);
    this.#data.enter(job);
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
        onJobStart: (_job, _slot, running) => (active.running = running),
      };
      return await trainHere([job], lane, training);
    } finally {
      this.#data.leave(job);
      this.#active.delete(lane);
      this.#lanes.push(lane);
    }
  }

  /** Stops the jobs that are so. */
  stop(isSo: (job: Job, sweep: string) => boolean): void {
    for (const { sweep, job, stop } of this.#active.values()) if (isSo(job, sweep)) stop.abort();
  }

  /** Returns the sweeps that train here. */
  sweeps(): Set<string> {
    return new Set([...this.#active.values()].map(({ sweep }) => sweep));
  }

  /** Returns how far each is. */
  states(): ActiveJob[] {
    return [...this.#active].map(([lane, { sweep, job, running }]) => {
      const epoch = running?.epochs() ?? 0;
      const value = running?.values[epoch] ?? NaN;
      const ids = job.trials.map(({ id }) => id);
      return { sweep, ids, lane, epoch, value: Number.isFinite(value) ? value : null };
    });
  }
}
