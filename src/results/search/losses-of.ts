import { kindOf, lengthOf } from "../../configuration/kind-of.ts";
import type { Objective } from "../../spec/experiment.ts";
import type { FailedTrial } from "../../training/outcome.ts";
import { lastEpoch } from "../../training/record.ts";
import type { Plan } from "../../trials/plan.ts";
import { trialIdOf } from "../../trials/trial-id.ts";
import type { Trial } from "../../trials/trial.ts";
import { bestEpochOf } from "../best-epoch.ts";
import type { BoardRecord } from "../board.ts";
import { objectiveValue } from "../trial-result.ts";
import { withTargetEpoch } from "../with-target-epoch.ts";

/** How trials ended, by id: as far as their tables have it. */
export type KnownOutcomes = ReadonlyMap<string, BoardRecord | FailedTrial>;

/**
 * Returns the objective of each trial of a plan, by configuration, in the order of the plan: lower is better, undefined for
 * a trial that diverged. Undefined as a whole while a trial has no record. The record of a longer trial will do.
 */
export function lossesOf(plan: Plan, outcomes: KnownOutcomes): (number | undefined)[][] | undefined {
  const losses: (number | undefined)[][] = plan.configurations.map(() => []);
  for (const trial of plan.trials) {
    const record = knownRecord(trial, plan, outcomes);
    if (!record) return undefined;
    losses[trial.configurationIndex]!.push(lossOf(trial, record, plan.experiment.objective));
  }
  return losses;
}

/** Returns the trials that begin with a trial and climb higher on the ladder of its search. */
export function longerTrials(trial: Trial, { experiment }: Pick<Plan, "experiment">): Trial[] {
  const { configuration, prefixId } = trial;
  const { lengths = [] } = experiment.sweep.search?.ladder ?? {};
  return lengths
    .filter((length) => length > lengthOf(configuration))
    .map((length) => ({
      ...trial,
      id: trialIdOf(prefixId, length, experiment.sweep.folder.system),
      configuration: kindOf(configuration).withLength(configuration, length),
    }));
}

/** Returns the trials of which a search still has to know the result. */
export function undecided(plan: Plan, trials: readonly Trial[], outcomes: KnownOutcomes): Trial[] {
  return trials.filter((trial) => {
    return !outcomes.has(trial.id) && !longerTrials(trial, plan).some(({ id }) => outcomes.has(id));
  });
}

function knownRecord(trial: Trial, plan: Plan, outcomes: KnownOutcomes): BoardRecord | undefined {
  const own = outcomes.get(trial.id);
  if (own) return "failure" in own ? undefined : own;
  for (const { id } of longerTrials(trial, plan)) {
    const longer = outcomes.get(id);
    if (longer && !("failure" in longer)) return beginningOf(longer, lengthOf(trial.configuration));
  }
  return undefined;
}

/** Returns the objective of a trial as if it had ended after so many epochs; undefined where it diverged by then. */
export function valueAfter(
  length: number,
  { trial, record }: { readonly trial: Trial; readonly record: BoardRecord },
  objective: Objective,
): number | undefined {
  const { configuration } = trial;
  const shorter = { ...trial, configuration: kindOf(configuration).withLength(configuration, length) };
  return valueOf(shorter, beginningOf(record, length), objective);
}

/** Returns what the record of a longer trial says of a shorter one that is otherwise alike. */
function beginningOf(record: BoardRecord, length: number): BoardRecord {
  const isOver =
    record.status === "diverged" ? record.divergedEpoch <= length : lastEpoch(record.metrics) <= length;
  if (isOver) return record;
  const metrics = Object.fromEntries(
    Object.entries(record.metrics).map(([name, series]) => [name, series.slice(0, length + 1)]),
  );
  return { status: "completed", metrics };
}

function lossOf(trial: Trial, record: BoardRecord, objective: Objective): number | undefined {
  const value = valueOf(trial, record, objective);
  return value !== undefined && objective.goal === "maximize" ? -value : value;
}

function valueOf(trial: Trial, record: BoardRecord, objective: Objective): number | undefined {
  const measured = withTargetEpoch(record, trial);
  const bestEpoch = bestEpochOf(measured.metrics[objective.metric] ?? [], objective.goal);
  return objectiveValue(measured, objective, bestEpoch) ?? undefined;
}
