import type { Prediction } from "../../pipeline/predict-sweep.ts";
import type { Job } from "../../trials/job.ts";
import { workSeconds, type Rates } from "../../trials/rates.ts";
import type { Work } from "../../trials/work.ts";

/** What a sweep would find and take here and now. */
export interface Outlook extends Prediction {
  /** Trials whose record is in the folder `store`. */
  readonly stored: number;
  readonly store: string;
  /** What is left to train: trials that differ in `epochs` alone share one job. */
  readonly jobs: readonly Job[];
  /** The epoch that a job goes on after, where weights of shorter trials were kept. */
  readonly starts: ReadonlyMap<Job, number>;
  readonly workers: number;
  readonly rates: Rates;
}

/** What one trial of a configuration takes on this machine. */
export interface Cost {
  /** Weights and biases. */
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** On one core. */
  readonly seconds: number;
}

/** Returns what one trial takes, trained alone. */
export function costOf(work: Work, rates: Rates): Cost {
  const { parameters, sparse, dense } = work;
  return { parameters, multiplyAdds: sparse + dense, seconds: rates.trial + workSeconds(work, rates) };
}
