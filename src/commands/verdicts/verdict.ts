/**
 * What a command finds of its experiments, in the one form from which the terminal, JUnit and a workflow are told.
 * @module
 */
import type { Results } from "../../results/results.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Problem } from "../../spec/problem.ts";

/** One thing that had to be so. */
export interface Case {
  readonly name: string;
  readonly status: "passed" | "failed" | "skipped";
  /** What was found, in words. */
  readonly found: string;
  /** Where it is written, if it failed and is written somewhere. */
  readonly problem?: Problem;
}

/** What a command finds of one experiment. */
export interface Verdict {
  readonly experiment: Experiment;
  /** Nothing was found out. */
  readonly cancelled: boolean;
  readonly cases: readonly Case[];
  readonly results?: Results;
}
