import { lengthOf } from "../../configuration/kind-of.ts";
import { columnsOf } from "../../spec/sweep.ts";
import { pointValues } from "../../trials/point-values.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import { rootErrorOf, unitOfTrial, unitsOfLoss } from "../../results/own-units.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { EndedTrials, FleetSize, RunningJob, SweepListener } from "../listener.ts";
import { roundText } from "../../report/grid/round-text.ts";
import { settingText } from "../../results/setting-text.ts";
import type { Objective } from "../../spec/experiment.ts";
import type { Job } from "../../trials/job.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";

/** Where a job runs now. */
interface Running extends Pick<RunningJob, "epochs"> {
  readonly slot: number;
}

/** The longest trial of the job that a thread trains now. */
export interface RunningTrial {
  readonly job: Job;
  /** Which thread trains it, from 0. */
  readonly slot: number;
  /** Its number in the plan. */
  readonly trial: number;
  /** "eta = 0.3, replicate 2"; may be empty. */
  readonly label: string;
  /** Finished epochs, and all epochs. */
  readonly epoch: number;
  readonly epochs: number;
}

/** What a progress display shows at one moment. */
export interface ProgressState {
  readonly name: string;
  /** Which round of a search trains, in words; empty where all trials are known at once. */
  readonly round: string;
  readonly trials: number;
  readonly done: number;
  /** Trials whose record was in the store. */
  readonly stored: number;
  readonly failed: number;
  /** Training examples per second, from the start. */
  readonly samplesPerSecond: number;
  /** Estimated; absent at the start. */
  readonly secondsLeft: number | undefined;
  readonly best: string | undefined;
  readonly running: readonly RunningTrial[];
  /** 0 to 1, by work, not by count. */
  readonly share: number;
  /** The machines that train; absent for this machine alone. */
  readonly fleet?: FleetSize | undefined;
}

/** Follows a sweep and returns its state. */
export class Progress implements SweepListener {
  readonly #now: () => number;
  /** In the order in which they began: those of one slot train one after the other. */
  readonly #running = new Map<Job, Running>();
  readonly #jobOf = new Map<string, Job>();
  #plan: Plan | undefined;
  /** Fresh replicates of the best configuration. */
  #confirming: Plan | undefined;
  #round = "";
  #start = 0;
  #stored = 0;
  #done = 0;
  #failed = 0;
  #finishedWork = 0;
  #totalWork = 0;
  #finishedSamples = 0;
  #best: { value: number; label: string } | undefined;
  #fleet: FleetSize | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  onPlan(plan: Plan, stored: number): void {
    this.#plan = plan;
    this.#round = roundText(plan);
    this.#stored = stored;
    this.#start = this.#now();
  }

  onRound(plan: Plan, { known, stored }: EndedTrials): void {
    this.#plan = plan;
    this.#round = roundText(plan);
    this.#stored = stored;
    this.#done = known - stored;
  }

  onConfirm(plan: Plan, stored: number): void {
    this.#confirming = plan;
    this.#round = "";
    this.#stored += stored;
  }

  onWork(jobs: readonly Job[]): void {
    this.#totalWork += sum(jobs.map(({ typicalSeconds }) => typicalSeconds));
    for (const job of jobs) for (const { id } of job.trials) this.#jobOf.set(id, job);
  }

  onJobStart(job: Job, slot: number, { epochs }: RunningJob): void {
    for (const { id } of job.trials) {
      this.#running.delete(this.#jobOf.get(id)!); // trials that failed together begin again, one by one
      this.#jobOf.set(id, job);
    }
    this.#running.set(job, { slot, epochs });
  }

  onTrialEnd(trial: Trial, outcome: Outcome): void {
    const job = this.#jobOf.get(trial.id);
    if (job) {
      const running = this.#running.get(job);
      const { typicalSeconds, epochs, trials } = job;
      const finished = running && !this.#fleet ? running.epochs() : epochs; // a fleet reports epochs late
      const trained = finished / epochs; // it may have ended early, and then the rest is not trained
      this.#finishedWork += (trained * typicalSeconds) / trials.length;
      this.#totalWork -= ((1 - trained) * typicalSeconds) / trials.length;
      this.#finishedSamples += (finished * this.#examples(trial)) / trials.length;
    }
    if (job && trial === job.trials.at(-1)) this.#running.delete(job);
    if (outcome.status === "cancelled") return;
    this.#done += 1;
    if (!isRecord(outcome)) this.#failed += 1;
    else this.#offerBest(trial, outcome.metrics[this.#plan!.experiment.objective.metric]?.at(-1));
  }

  onJobLeave(job: Job): void {
    this.#running.delete(job);
  }

  onFleet(fleet: FleetSize): void {
    this.#fleet = fleet;
  }

  onTrialFound(trial: Trial, { metrics }: TrialRecord, { typicalSeconds, trials }: Job): void {
    this.#finishedWork += typicalSeconds / trials.length;
    this.#stored += 1;
    this.#offerBest(trial, metrics[this.#plan!.experiment.objective.metric]?.at(-1));
  }

  state(): ProgressState {
    const seconds = Math.max(this.#now() - this.#start, 1) / 1000;
    const running = [...this.#running];
    const begun = running.map(([job, { epochs }]) => (job.typicalSeconds * epochs()) / job.epochs);
    const work = this.#finishedWork + sum(begun);
    const share = this.#totalWork === 0 ? 1 : work / this.#totalWork;
    const samples = sum(running.map(([job, { epochs }]) => epochs() * this.#examples(job.trials[0])));
    return {
      name: this.#plan?.experiment.name ?? "",
      round: this.#round,
      trials: (this.#plan?.trials.length ?? 0) + (this.#confirming?.trials.length ?? 0),
      done: this.#done + this.#stored,
      stored: this.#stored,
      failed: this.#failed,
      samplesPerSecond: (this.#finishedSamples + samples) / seconds,
      secondsLeft: share > 0.01 ? (seconds * (1 - share)) / share : undefined,
      best: this.#best?.label,
      running: [...this.#current()].map(([slot, job]) => {
        const trial = longest(job);
        const epoch = this.#running.get(job)!.epochs();
        return { job, slot, trial: trial.index, label: this.label(trial), epoch, epochs: job.epochs };
      }),
      share,
      fleet: this.#fleet,
    };
  }

  /** The job that each slot trains now: the first one that is not finished, else the last. */
  #current(): Map<number, Job> {
    const current = new Map<number, Job>();
    for (const [job, { slot }] of this.#running) {
      const before = current.get(slot);
      if (!before || this.#running.get(before)!.epochs() >= before.epochs) current.set(slot, job);
    }
    return current;
  }

  #examples(trial: Trial): number {
    return this.#activePlan().configurations[trial.configurationIndex]!.facts.sizes.train;
  }

  /** "eta = 0.3, replicate 2": what distinguishes this trial. */
  label({ configurationIndex, fold, replicate }: Trial): string {
    const { experiment, configurations } = this.#activePlan();
    const columns = columnsOf(experiment);
    const values = pointValues(configurations[configurationIndex]!, columns);
    const setting = columns.length > 0 ? [settingText({ values }, columns)] : [];
    const folds = fold === undefined ? [] : [`fold ${fold}`];
    const isOneOfSeveral = experiment.replicates.count > 1 || experiment === this.#confirming?.experiment;
    const replicates = isOneOfSeveral ? [`replicate ${replicate}`] : [];
    return [...setting, ...folds, ...replicates].join(", ");
  }

  /** The plan whose trials train now: fresh replicates begin when all others have ended. */
  #activePlan(): Plan {
    return (this.#confirming ?? this.#plan)!;
  }

  /** Fresh replicates do not count: the best is already chosen. */
  #offerBest(trial: Trial, value: number | null | undefined): void {
    if (this.#confirming) return;
    const { metric, goal } = this.#plan!.experiment.objective;
    if (typeof value !== "number" || (this.#best && !isBetter(value, this.#best.value, goal))) return;
    const figure = `${metric} ${Number(value.toPrecision(4))}${this.#ownText(trial, metric, value)}`;
    this.#best = { value, label: `${figure} (${this.label(trial)})` };
  }

  /** Returns a loss of a scaled target in the target's own units; empty for other metrics. */
  #ownText({ configurationIndex, fold }: Trial, metric: string, loss: number): string {
    const unit = unitOfTrial(unitsOfLoss(this.#plan!.configurations[configurationIndex]!), fold);
    if (unit === undefined || rootErrorOf(metric) === undefined) return "";
    return ` of scaled targets, RMSE ${Number((unit * Math.sqrt(loss)).toPrecision(4))}`;
  }
}

function longest({ trials, epochs }: Job): Trial {
  return trials.find(({ configuration }) => lengthOf(configuration) === epochs)!;
}

function isBetter(value: number, best: number, goal: Objective["goal"]): boolean {
  return goal === "maximize" ? value > best : value < best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
