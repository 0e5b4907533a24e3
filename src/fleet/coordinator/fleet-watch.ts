import type { RunningJob, SweepListener } from "../../pipeline/listener.ts";
import type { Job } from "../../trials/job.ts";
import { isOurs, versionsText } from "../names.ts";
import type { ActiveJob, WorkerState } from "../worker-state.ts";

/** A job that a worker said it trains. */
interface Shown {
  readonly job: Job;
  readonly values: Float64Array;
  epoch: number;
}

/** The jobs of a sweep, for the watch. */
export interface WatchedJobs {
  /** Returns the job of a trial that has not come back; undefined for any other. */
  readonly jobOf: (trialId: string) => Job | undefined;
  readonly stopTrials: (ids: readonly string[]) => void;
}

/** Passes the states of workers to a listener. */
export class FleetWatch {
  readonly #sweep: string;
  readonly #listener: SweepListener;
  readonly #jobs: WatchedJobs;
  /** Worker and thread -> slot. */
  readonly #slots = new Map<string, number>();
  readonly #shown = new Map<number, Shown>();
  readonly #reported = new Set<string>();

  constructor(sweep: string, listener: SweepListener, jobs: WatchedJobs) {
    this.#sweep = sweep;
    this.#listener = listener;
    this.#jobs = jobs;
  }

  /** Reads the states of all workers. */
  update(states: readonly WorkerState[]): void {
    const ours = states.filter(isOurs);
    this.#listener.onFleet?.({
      workers: ours.length,
      threads: ours.reduce((sum, { threads }) => sum + threads, 0),
    });
    for (const state of states) if (!isOurs(state)) this.#notify(foreignText(state));
    const busy = new Set<number>();
    for (const { name, active } of ours) {
      for (const job of active) if (job.sweep === this.#sweep) busy.add(this.#show(name, job));
    }
    for (const slot of this.#shown.keys()) if (!busy.has(slot)) this.#leave(slot);
  }

  /** Returns where a job was seen last; -1 where it was too short to be seen. */
  slotOf(job: Job): number {
    const found = [...this.#shown].find(([, shown]) => shown.job === job);
    if (found) this.#shown.delete(found[0]);
    return found?.[0] ?? -1;
  }

  #show(worker: string, { ids, lane, epoch, value }: ActiveJob): number {
    const where = `${worker}, thread ${lane + 1}`;
    const slot = this.#slots.get(where) ?? this.#slots.size;
    this.#slots.set(where, slot);
    const job = this.#jobs.jobOf(ids[0]!);
    if (!job) return -1;
    const shown = this.#shown.get(slot);
    if (shown?.job !== job) this.#begin(job, slot, where);
    const state = this.#shown.get(slot)!;
    state.values.fill(state.values[state.epoch]!, state.epoch + 1, epoch); // these were not reported
    state.epoch = epoch;
    if (epoch < state.values.length) state.values[epoch] = value ?? NaN;
    return slot;
  }

  #begin(job: Job, slot: number, where: string): void {
    for (const [other, shown] of this.#shown) if (shown.job === job || other === slot) this.#leave(other);
    const shown: Shown = { job, values: new Float64Array(job.epochs + 1).fill(NaN), epoch: 0 };
    this.#shown.set(slot, shown);
    const running: RunningJob = {
      together: [job],
      epochs: () => shown.epoch,
      values: shown.values,
      cancel: () => this.#jobs.stopTrials(job.trials.map(({ id }) => id)),
      where,
    };
    this.#listener.onJobStart?.(job, slot, running);
  }

  /** Its report is on its way, or its worker has gone. */
  #leave(slot: number): void {
    const shown = this.#shown.get(slot);
    if (shown) this.#listener.onJobLeave?.(shown.job, slot);
    this.#shown.delete(slot);
  }

  #notify(text: string): void {
    if (!this.#reported.has(text)) this.#listener.onNotice?.(text);
    this.#reported.add(text);
  }
}

function foreignText({ name, ...versions }: WorkerState): string {
  return `refused: worker ${name} has ${versionsText(versions)} and takes none of these trials: install the same gridient there`;
}
