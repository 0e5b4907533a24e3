import { restoresBest } from "../spec/configuration/depends-on-epochs.ts";
import { lengthOf } from "../spec/configuration/length-of.ts";
import type { Keep } from "../spec/experiment.ts";
import type { CheckpointQuery } from "../store/trial-store.ts";
import type { Job, JobPlan } from "../trials/job.ts";
import { wantedMetrics } from "./stored-outcomes.ts";

/**
 * Returns which checkpoint a job may go on from, or undefined for none: with `keep: best` and `restoreBest` the best
 * weights may lie before it, and be lost; a descent leaves none.
 */
export function checkpointQuery({ trials }: Job, plan: JobPlan, keep: Keep): CheckpointQuery | undefined {
  const [{ configuration }] = trials;
  if (keep === "best" || configuration.kind === "function" || restoresBest(configuration)) return undefined;
  const atMost = Math.min(...trials.map(({ configuration }) => lengthOf(configuration)));
  return { atMost, metrics: wantedMetrics(trials[0], plan), all: keep === "all" };
}
