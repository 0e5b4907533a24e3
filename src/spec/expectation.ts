/**
 * What the results of an experiment must show, as data: `expect:` in a spec.
 * @module
 */
import type { MetricGoal } from "../metrics/metrics.ts";
import type { Place } from "./source-text.ts";
import type { Pattern } from "./sweep.ts";

/** One claim about some configurations, and where it is written. */
export interface Expectation {
  readonly place: Place;
  /** The lesson, in a sentence. */
  readonly because?: string;
  readonly where: Group;
  readonly claim: Claim;
}

/** Configurations that fit a pattern; an empty one fits all. */
export interface Group extends Pattern {
  /** The pattern as it is written. */
  readonly written: Readonly<Record<string, unknown>>;
}

export type Claim = BoundClaim | DivergenceClaim | ComparisonClaim | TrendClaim;

/** A metric at an epoch. */
export interface Measure {
  readonly metric: string;
  readonly goal: MetricGoal;
  readonly at: EpochChoice;
}

/** An epoch of a trial: the last, the best by the metric, one by its number, or the best from 0 to a number. */
export type EpochChoice = "last" | "best" | number | { readonly upTo: number };

/** The metric lies between two values, both allowed; an absent one is no bound. */
export interface BoundClaim extends Measure {
  readonly kind: "bound";
  /** The mean of each configuration, the best of the means, every replicate, or one of them at least. */
  readonly of: "mean" | "best" | "every" | "some";
  readonly low?: number;
  readonly high?: number;
}

/** So many replicates diverge. */
export interface DivergenceClaim {
  readonly kind: "divergence";
  readonly diverged: "none" | "some" | "every";
}

/** The 95 % interval of the paired difference to others lies beyond `by`, on the better side. */
export interface ComparisonClaim extends Measure {
  readonly kind: "comparison";
  readonly others: Group;
  readonly by: number;
}

/** The mean goes one way along the values of a column. */
export interface TrendClaim extends Measure {
  readonly kind: "trend";
  readonly axis: string;
  readonly direction: "rises" | "falls";
  /** How far it may go the other way between neighbours. */
  readonly tolerance: number;
}
