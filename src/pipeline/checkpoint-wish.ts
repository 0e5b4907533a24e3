import { goesBack } from "../spec/configuration/depends-on-epochs.ts";
import type { Keep } from "../spec/experiment.ts";
import type { CheckpointWish } from "../store/trial-store.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import { wantedMetrics } from "./stored-outcomes.ts";

/**
 * Returns which checkpoint a job may go on from, or undefined for none: with `keep: best` and `restoreBest` the best
 * weights may lie before it, and be lost.
 */
export function checkpointWish({ trials }: Job, plan: Plan, keep: Keep): CheckpointWish | undefined {
  if (keep === "best" || goesBack(trials[0].configuration)) return undefined;
  const atMost = Math.min(...trials.map(({ configuration }) => configuration.epochs));
  return { atMost, metrics: wantedMetrics(trials[0], plan), all: keep === "all" };
}
