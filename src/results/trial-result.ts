import type { Objective } from "../spec/experiment.ts";
import { isRecord, type Outcome } from "../training/outcome.ts";
import type { TrialRecord } from "../training/record.ts";
import type { Trial } from "../trials/trial.ts";
import type { TrialResult } from "./results.ts";

/** Returns what one trial comes to by the objective. */
export function trialResult(trial: Trial, outcome: Outcome | undefined, objective: Objective): TrialResult {
  const record = outcome && isRecord(outcome) ? outcome : undefined;
  const bestEpoch = record && findBestEpoch(record.metrics[objective.metric] ?? [], objective.goal);
  return {
    trial,
    status: outcome?.status ?? "cancelled",
    record,
    bestEpoch,
    objective: objectiveValue(record, objective, bestEpoch),
  };
}

function findBestEpoch(series: readonly (number | null)[], goal: Objective["goal"]): number | undefined {
  let bestEpoch: number | undefined;
  let best = -Infinity;
  for (const [epoch, value] of series.entries()) {
    const score = goal === "maximize" ? value : value && -value;
    if (score === null || score <= best) continue;
    best = score;
    bestEpoch = epoch;
  }
  return bestEpoch;
}

function objectiveValue(
  record: TrialRecord | undefined,
  { metric, at }: Objective,
  bestEpoch: number | undefined,
): number | null {
  if (record?.status !== "completed") return null;
  return record.metrics[metric]?.at(at === "best" ? (bestEpoch ?? -1) : -1) ?? null;
}
