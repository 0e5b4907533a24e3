import type { Outcome } from "../training/outcome.ts";
import type { TrialRecord } from "../training/record.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";

/** A job that trains now. */
export interface RunningJob {
  /** The jobs that train in its slot one after the other, itself among them: small ones come together. */
  readonly together: readonly Job[];
  /** Returns how many epochs it has finished so far. */
  readonly epochs: () => number;
  /** The objective's value at the end of each epoch; NaN where there is none, or none yet. */
  readonly values: ArrayLike<number>;
  /** Ends it: its trials are cancelled, the others continue. */
  readonly cancel: () => void;
  /** Which machine and thread, where it is not this one. */
  readonly where?: string;
}

/** The machines that train, where it is not this one. */
export interface FleetSize {
  readonly workers: number;
  readonly threads: number;
}

/** Trials that ended before a round of a search. */
export interface EndedTrials {
  readonly known: number;
  /** How many of them had a record in the store. */
  readonly stored: number;
}

/** The events of a running sweep; all handlers are optional. */
export interface SweepListener {
  /** A stored record is damaged, and its trial has no other: it counts as missing. */
  onDamagedRecord?(file: string, reason: string): void;
  /** The store has records of other trainer versions, which this one cannot use. */
  onOtherVersions?(versions: readonly number[]): void;
  /** A trial was trained again, and its record differs from the one before: this must never happen. */
  onChangedRecord?(record: TrialRecord, difference: string): void;
  /** The plan is made; `stored` of its trials have a record already. */
  onPlan?(plan: Plan, stored: number): void;
  /** The records that are there already, by trial id. */
  onStored?(outcomes: ReadonlyMap<string, Outcome>): void;
  /** A search has decided what trains next: the plan so far, and how many of its trials have ended. */
  onRound?(plan: Plan, ended: EndedTrials): void;
  /** The best configuration is known, and fresh replicates of it are next; `stored` of them have a record already. */
  onConfirm?(plan: Plan, stored: number): void;
  /** Training is about to begin: its jobs, in the order in which they start. */
  onWork?(jobs: readonly Job[]): void;
  /** A job begins in a slot (0..threads-1), or those that train before it in the same slot do. */
  onJobStart?(job: Job, slot: number, running: RunningJob): void;
  /** A job is no longer seen in its slot: it ends soon, or begins again in another slot. */
  onJobLeave?(job: Job, slot: number): void;
  /** A trial has ended, in the slot where its job was seen; -1: nowhere. */
  onTrialEnd?(trial: Trial, outcome: Outcome, slot: number): void;
  /** Another process has trained a trial of a job meanwhile. */
  onTrialFound?(trial: Trial, record: TrialRecord, job: Job): void;
  /** Only work of another process is left. */
  onWait?(jobs: readonly Job[]): void;
  /** How many others train now. */
  onFleet?(size: FleetSize): void;
  /** Something that a user should know, in words. */
  onNotice?(text: string): void;
}

/** Returns a listener that passes events on to all given ones. */
export function joinListeners(listeners: readonly SweepListener[]): Required<SweepListener> {
  return {
    onDamagedRecord: (...event) => listeners.forEach((listener) => listener.onDamagedRecord?.(...event)),
    onOtherVersions: (...event) => listeners.forEach((listener) => listener.onOtherVersions?.(...event)),
    onChangedRecord: (...event) => listeners.forEach((listener) => listener.onChangedRecord?.(...event)),
    onPlan: (...event) => listeners.forEach((listener) => listener.onPlan?.(...event)),
    onStored: (...event) => listeners.forEach((listener) => listener.onStored?.(...event)),
    onRound: (...event) => listeners.forEach((listener) => listener.onRound?.(...event)),
    onConfirm: (...event) => listeners.forEach((listener) => listener.onConfirm?.(...event)),
    onWork: (...event) => listeners.forEach((listener) => listener.onWork?.(...event)),
    onJobStart: (...event) => listeners.forEach((listener) => listener.onJobStart?.(...event)),
    onJobLeave: (...event) => listeners.forEach((listener) => listener.onJobLeave?.(...event)),
    onFleet: (...event) => listeners.forEach((listener) => listener.onFleet?.(...event)),
    onNotice: (...event) => listeners.forEach((listener) => listener.onNotice?.(...event)),
    onTrialEnd: (...event) => listeners.forEach((listener) => listener.onTrialEnd?.(...event)),
    onTrialFound: (...event) => listeners.forEach((listener) => listener.onTrialFound?.(...event)),
    onWait: (...event) => listeners.forEach((listener) => listener.onWait?.(...event)),
  };
}
