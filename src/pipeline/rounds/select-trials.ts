import { GridientError } from "../../errors.ts";
import { learns } from "../../trials/allotment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { isProgram } from "../../configuration/program-folder.ts";
import { pointOf } from "../../spec/point-of.ts";
import type { Plan } from "../../trials/plan.ts";
import { shardTrials } from "../../trials/shard.ts";
import type { Trial } from "../../trials/trial.ts";
import type { SweepChoices } from "../train-planned.ts";

type Selection = Pick<SweepChoices, "only" | "shard">;

/**
 * Returns the trials of a plan that a run is to train.
 * @throws {GridientError} E_USAGE if `only` matches nothing, or the search of the plan needs the results of all trials.
 */
export function selectTrials(plan: Plan, { only, shard }: Selection): readonly Trial[] {
  if (only ?? shard) refuseLearning(plan, only ? "--only" : "--shard");
  const matching = only ? matchingTrials(plan, only) : plan.trials;
  return shard ? shardTrials(matching, plan, shard) : matching;
}

/** @throws {GridientError} E_USAGE if the results of a search decide what it trains. */
export function refuseLearning(
  { experiment: { file, sweep } }: Pick<Plan, "experiment">,
  option: string,
): void {
  if (!sweep.search || !learns(sweep.search)) return;
  const { method } = sweep.search;
  const message = `${option} needs all trials to be known before training (${file} has search: ${method}, whose results decide what trains next)`;
  const hint = "Share one sweep among machines with --runner bullmq, or write method: sobol";
  throw new GridientError("E_USAGE", message, { hint });
}

/**
 * A worker of a fleet runs only those trials of a program that its own experiment has; the points that results choose are not
 * among them.
 * @throws {GridientError} E_USAGE where an experiment has such points.
 */
export function refuseChosenPrograms({ file, base, sweep }: Experiment): void {
  if (sweep.search?.generation === undefined || !isProgram(base)) return;
  const message = `A fleet cannot train the programs of search: ${sweep.search.method} (${file})`;
  const hint = "Train them on this machine, or write method: sobol, halving or racing";
  throw new GridientError("E_USAGE", message, { hint });
}

function matchingTrials(
  { experiment, configurations, trials }: Plan,
  only: NonNullable<SweepChoices["only"]>,
): readonly Trial[] {
  const matching = configurations.map((point) => only(pointOf(point, experiment.sweep)));
  if (matching.includes(true)) return trials.filter(({ configurationIndex }) => matching[configurationIndex]);
  const message = `--only matches none of the ${configurations.length} configurations of ${experiment.file}`;
  throw new GridientError("E_USAGE", message, {
    hint: "Compare the condition with the configurations that gridient plan shows",
  });
}
