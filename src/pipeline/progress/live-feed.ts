import type { EndedTrials, FleetSize, RunningJob, SweepListener } from "../listener.ts";
import type { LiveFailure, LiveJob, LiveStatus, LiveWorker } from "../../live/live-status.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import type { TrialRecord } from "../../training/record.ts";
import { scaledTargetsOf } from "../../results/own-units.ts";
import type { Job } from "../../trials/job.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import type { PageData } from "../../report/page/page-data.ts";
import { resultsSoFar } from "./results-so-far.ts";
import { Progress, type ProgressState, type RunningTrial } from "./progress.ts";

/** Waiting trials that are listed by name. */
const NAMED = 3;
/** Values of a curve that are sent, at most. */
const POINTS = 500;

/** Follows a sweep for a live page: running, waiting and failed trials, one experiment after the other. */
export class LiveFeed implements SweepListener {
  readonly #now: () => number;
  #progress: Progress;
  #plan: Plan | undefined;
  #outcomes = new Map<string, Outcome>();
  /** By the ids of the trials. */
  #running = new Map<string, { readonly job: Job; readonly running: RunningJob }>();
  /** The trials that wait, by their ids. */
  #queue = new Map<string, Trial>();
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
    this.#queue = new Map();
    this.#failures = [];
    this.#version += 1;
  }

  onRound(plan: Plan, ended: EndedTrials): void {
    this.#progress.onRound(plan, ended);
    this.#plan = plan;
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
    this.#queue = new Map(jobs.flatMap(({ trials }) => trials.map((trial) => [trial.id, trial])));
  }

  onJobStart(job: Job, slot: number, running: RunningJob): void {
    this.#progress.onJobStart(job, slot, running);
    this.#threads = Math.max(this.#threads, slot + 1);
    for (const { id } of job.trials) {
      this.#running.set(id, { job, running });
      this.#queue.delete(id);
    }
  }

  onTrialEnd(trial: Trial, outcome: Outcome): void {
    this.#progress.onTrialEnd(trial, outcome);
    this.#running.delete(trial.id);
    this.#note(trial, outcome);
  }

  onJobLeave(job: Job): void {
    this.#progress.onJobLeave(job);
    for (const { id } of job.trials) this.#running.delete(id);
  }

  onFleet(fleet: FleetSize): void {
    this.#fleet = fleet;
  }

  onTrialFound(trial: Trial, record: TrialRecord, job: Job): void {
    this.#progress.onTrialFound(trial, record, job);
    this.#note(trial, record);
  }

  /** Calls back when the sweep must stop, until the returned function is called; at once if it is already stopping. */
  onStop(listener: () => void): () => void {
    this.#stops.add(listener);
    if (this.#isStopping) listener();
    return () => void this.#stops.delete(listener);
  }

  /** Ends the sweep and cancels running trials. */
  stop(): void {
    this.#isStopping = true;
    for (const listener of this.#stops) listener();
  }

  /** Ends the training of one trial. Returns false where it is not training. */
  stopTrial(index: number): boolean {
    const all = [...this.#running.values()];
    const found = all.find(({ job: { trials } }) => trials.some((trial) => trial.index === index));
    found?.running.cancel();
    return found !== undefined;
  }

  /** Returns the sweep as it is now. */
  status(): LiveStatus {
    const {
      name,
      round,
      trials,
      done,
      failed,
      share,
      samplesPerSecond,
      secondsLeft = null,
      running,
    } = this.#progress.state();
    const scaledTargets = scaledTargetsOf(this.#plan?.configurations.map(({ facts }) => facts) ?? []);
    const progress = { name, round, trials, done, failed, share, samplesPerSecond, secondsLeft };
    return {
      ...progress,
      metric: this.#plan?.experiment.objective.metric ?? "",
      ...(scaledTargets && { scaledTargets }),
      ...(this.#fleet && { fleet: this.#fleet }),
      workers: this.#slots(running).map((slot) => this.#worker(slot, running)),
      queue: this.#waiting(),
      failures: this.#failures,
      version: this.#version,
      isStopping: this.#isStopping,
    };
  }

  /** Returns the results of the trials that have ended; undefined before the first plan. */
  results(): PageData | undefined {
    if (!this.#plan) return undefined;
    return resultsSoFar(this.#plan, this.#outcomes, new Set(this.#running.keys()));
  }

  #note(trial: Trial, outcome: Outcome): void {
    this.#outcomes.set(trial.id, outcome);
    this.#queue.delete(trial.id);
    this.#version += 1;
    if (isRecord(outcome)) return;
    const reason = `${outcome.status}: ${outcome.failure.message}`;
    const message = outcome.status === "cancelled" ? "was stopped" : reason;
    this.#failures = [...this.#failures, { trial: trial.index, label: this.#progress.label(trial), message }];
  }

  #worker(slot: number, running: ProgressState["running"]): LiveWorker {
    const state = running.find((trial) => trial.slot === slot);
    const found = state && this.#running.get(state.job.trials[0].id)?.running;
    if (!found) return { slot };
    const { where } = found;
    return { slot, ...(where !== undefined && { where }), job: liveJob(state, found) };
  }

  /** All threads of this machine; of a fleet, those that are known to train. */
  #slots(running: ProgressState["running"]): number[] {
    if (this.#fleet) return running.map(({ slot }) => slot).toSorted((a, b) => a - b);
    return Array.from({ length: this.#threads }, (_, slot) => slot);
  }

  #waiting(): LiveStatus["queue"] {
    const next: string[] = [];
    for (const trial of this.#queue.values()) {
      if (next.length === NAMED) break;
      next.push(this.#progress.label(trial));
    }
    return { length: this.#queue.size, next };
  }
}

function liveJob({ job, label, epoch, epochs }: RunningTrial, { values }: RunningJob): LiveJob {
  const every = Math.ceil((epoch + 1) / POINTS);
  const sent = Array.from({ length: Math.ceil((epoch + 1) / every) }, (_, i) => values[i * every] ?? NaN);
  return {
    trials: job.trials.map(({ index }) => index),
    label,
    epoch,
    epochs,
    every,
    values: sent.map((value) => (Number.isFinite(value) ? value : null)),
  };
}
