import type { FileDigest } from "../../files/digest-files.ts";
import type { Prediction } from "../../pipeline/predict-sweep.ts";
import type { Job } from "../../trials/job.ts";
import { trialKindOf } from "../../trials/kinds/trial-kind-of.ts";
import type { Plan } from "../../trials/plan.ts";
import { workSeconds, type Rates } from "../../trials/rates.ts";
import type { Work } from "../../trials/kinds/trial-kind.ts";

/** What a sweep would find in the store, and its cost on this machine. */
export interface Outlook extends Pick<Prediction, "peakBytes"> {
  /** Wall time of the sweep; null if the work of its trials is not known. */
  readonly seconds: number | null;
  /** Trials whose record is in the folder `store`. */
  readonly stored: number;
  readonly store: string;
  /** The jobs that are left: trials that differ only in `epochs` share one job. */
  readonly jobs: readonly Job[];
  /** The epoch from which a job resumes, where weights of shorter trials were kept. */
  readonly starts: ReadonlyMap<Job, number>;
  /** The files whose bytes are part of the identity of trials, from the folder of the experiment. */
  readonly files: readonly FileDigest[];
  readonly workers: number;
  readonly rates: Rates;
}

/** The cost of one trial of a configuration on this machine. */
export interface Cost {
  /** Weights and biases. */
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** On one core. */
  readonly seconds: number;
}

/** Returns the cost of one trial that trains alone. */
export function costOf(work: Work, rates: Rates): Cost {
  const { parameters, sparse, dense } = work;
  return { parameters, multiplyAdds: sparse + dense, seconds: rates.trial + workSeconds(work, rates) };
}

/** Returns whether it is known how much work the trials of a plan are. */
export function hasKnownWork({ experiment }: Plan): boolean {
  return trialKindOf(experiment.base).hasKnownWork;
}

/**
 * Returns the numbers of the trials that resume from kept weights of shorter ones, by the epoch from which they resume; both
 * ascending.
 */
export function continuedTrials(starts: ReadonlyMap<Job, number>): Map<number, number[]> {
  const byEpoch = new Map<number, number[]>();
  for (const [job, epoch] of starts) {
    const numbers = byEpoch.get(epoch) ?? [];
    for (const { index } of job.trials) numbers.push(index);
    byEpoch.set(epoch, numbers);
  }
  const sorted = [...byEpoch].map(([epoch, numbers]) => [epoch, numbers.sort(ascending)] as const);
  return new Map(sorted.sort(([a], [b]) => ascending(a, b)));
}

function ascending(a: number, b: number): number {
  return a - b;
}

const UNITS = [
  { size: 1e12, name: "trillion" },
  { size: 1e9, name: "billion" },
  { size: 1e6, name: "million" },
];

/** Returns a count with three digits: 900, 12.3 million, 4.56 billion. */
export function countText(count: number): string {
  const unit = UNITS.find(({ size }) => count >= size);
  return unit ? `${Number((count / unit.size).toPrecision(3))} ${unit.name}` : String(count);
}

/** Returns a short time with two digits: 0.0042 s, 1.3 s, 240 s. */
export function secondsText(seconds: number): string {
  return `${Number(seconds.toPrecision(2))} s`;
}
