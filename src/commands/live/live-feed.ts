import type { FleetSize, RunningJob, SweepListener } from "../../pipeline/listener.ts";
import type { LiveFailure, LiveJob, LiveStatus, LiveWorker } from "../../live/live-status.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import type { TrialRecord } from "../../training/record.ts";
import { scaledTargetsOf } from "../../results/own-units.ts";
import type { Job } from "../../trials/job.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import type { PageData } from "../../report/page/page-data.ts";
import { resultsSoFar } from "./results-so-far.ts";
import { Progress, type ProgressState, type RunningTrial } from "../console/progress.ts";

/** Waiting trials that are told by name. */
const NAMED = 3;
/** Most values of a curve that are told. */
const POINTS = 500;

/** Follows a sweep for a live page: what each thread does, what waits, what failed. One experiment after the other. */
export class LiveFeed implements SweepListener {
  readonly #now: () => number;
  #progress: Progress;
  #plan: Plan | undefined;
  #outcomes = new Map<string, Outcome>();
  #running = new Map<number, { readonly job: Job; readonly running: RunningJob }>();
  #queue: readonly Job[] = [];
  #failures: LiveFailure[] = [];
  #threads = 0;
  #fleet: FleetSize | undefined;
  #version = 0;
  readonly #stops = new Set<() => void>();
  #isStopping = false;

  constructor(now: () => number) {
    this.#now = now;
    this.#progress = new Progress(now);
  }

  onPlan(plan: Plan, stored: number): void {
    this.#progress = new Progress(this.#now);
    this.#progress.onPlan(plan, stored);
    this.#plan = plan;
    this.#outcomes = new Map();
    this.#running = new Map();
    this.#queue = [];
    this.#failures = [];
    this.#version += 1;
  }

  onConfirm(plan: Plan, stored: number): void {
    this.#progress.onConfirm(plan, stored);
  }

  onStored(outcomes: ReadonlyMap<string, Outcome>): void {
    this.#outcomes = new Map(outcomes);
  }

  onWork(jobs: readonly Job[]): void {
    this.#progress.onWork(jobs);
    this.#queue = jobs;
  }

  onJobStart(job: Job, slot: number, running: RunningJob): void {
    this.#progress.onJobStart(job, slot, running);
    this.#running.set(slot, { job, running });
    this.#threads = Math.max(this.#threads, slot + 1);
    this.#queue = this.#queue.filter(({ trials }) => trials[0].prefixId !== job.trials[0].prefixId);
  }

  onTrialEnd(trial: Trial, outcome: Outcome, slot: number): void {
    this.#progress.onTrialEnd(trial, outcome, slot);
    if (trial === this.#running.get(slot)?.job.trials.at(-1)) this.#running.delete(slot);
    this.#note(trial, outcome);
  }

  onJobLeave(job: Job, slot: number): void {
    this.#progress.onJobLeave(job, slot);
    this.#running.delete(slot);
  }

  onFleet(fleet: FleetSize): void {
    this.#fleet = fleet;
  }

  onTrialFound(trial: Trial, record: TrialRecord, job: Job): void {
    this.#progress.onTrialFound(trial, record, job);
    this.#note(trial, record);
  }

  /** Calls back when the sweep is to stop, until the returned function is called; at once if it is stopping already. */
  onStop(listener: () => void): () => void {
    this.#stops.add(listener);
    if (this.#isStopping) listener();
    return () => void this.#stops.delete(listener);
  }

  /** Ends the sweep: what trains now is cancelled. */
  stop(): void {
    this.#isStopping = true;
    for (const listener of this.#stops) listener();
  }

  /** Ends the training of one trial. Returns false where it is not training. */
  stopTrial(index: number): boolean {
    const found = [...this.#running.values()].find(({ job }) =>
      job.trials.some((trial) => trial.index === index),
    );
    found?.running.cancel();
    return found !== undefined;
  }

  /** Returns the sweep as it is now. */
  status(): LiveStatus {
    const {
      name,
      trials,
      done,
      failed,
      share,
      samplesPerSecond,
      secondsLeft = null,
      running,
    } = this.#progress.state();
    const scaledTargets = scaledTargetsOf(this.#plan?.configurations.map(({ facts }) => facts) ?? []);
    const progress = { name, trials, done, failed, share, samplesPerSecond, secondsLeft };
    return {
      ...progress,
      metric: this.#plan?.experiment.objective.metric ?? "",
      ...(scaledTargets && { scaledTargets }),
      ...(this.#fleet && { fleet: this.#fleet }),
      workers: this.#slots().map((slot) => this.#worker(slot, running)),
      queue: this.#waiting(),
      failures: this.#failures,
      version: this.#version,
      isStopping: this.#isStopping,
    };
  }

  /** Returns what the trials that have ended come to; undefined before the first plan. */
  results(): PageData | undefined {
    if (!this.#plan) return undefined;
    const training = [...this.#running.values()].flatMap(({ job }) => job.trials.map(({ id }) => id));
    return resultsSoFar(this.#plan, this.#outcomes, new Set(training));
  }

  #note(trial: Trial, outcome: Outcome): void {
    this.#outcomes.set(trial.id, outcome);
    this.#queue = this.#queue.filter(({ trials }) => !trials.every(({ id }) => this.#outcomes.has(id)));
    this.#version += 1;
    if (isRecord(outcome)) return;
    const reason = `${outcome.status}: ${outcome.failure.message}`;
    const message = outcome.status === "cancelled" ? "was stopped" : reason;
    this.#failures = [...this.#failures, { trial: trial.index, label: this.#progress.label(trial), message }];
  }

  #worker(slot: number, running: ProgressState["running"]): LiveWorker {
    const state = running.find((trial) => trial.slot === slot);
    const found = this.#running.get(slot);
    if (!state || !found) return { slot };
    const { where } = found.running;
    return { slot, ...(where !== undefined && { where }), job: liveJob(found.job, state, found.running) };
  }

  /** Of this machine's threads all; of a fleet's those that are known to train. */
  #slots(): number[] {
    if (this.#fleet) return [...this.#running.keys()].toSorted((a, b) => a - b);
    return Array.from({ length: this.#threads }, (_, slot) => slot);
  }

  #waiting(): LiveStatus["queue"] {
    const trials = this.#queue.flatMap((job) => job.trials);
    return {
      length: trials.length,
      next: trials.slice(0, NAMED).map((trial) => this.#progress.label(trial)),
    };
  }
}

function liveJob(job: Job, { label, epoch, epochs }: RunningTrial, { values }: RunningJob): LiveJob {
  const every = Math.ceil((epoch + 1) / POINTS);
  const told = Array.from({ length: Math.ceil((epoch + 1) / every) }, (_, i) => values[i * every] ?? NaN);
  return {
    trials: job.trials.map(({ index }) => index),
    label,
    epoch,
    epochs,
    every,
    values: told.map((value) => (Number.isFinite(value) ? value : null)),
  };
}
