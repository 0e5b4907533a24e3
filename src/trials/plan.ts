import type { DatasetFacts } from "../data/dataset.ts";
import type { Experiment } from "../spec/experiment.ts";
import { expandGrid } from "./expand-grid.ts";
import { PlanBuilder } from "./plan-builder.ts";
import type { Plan } from "./planned.ts";
import type { Trial } from "./trial.ts";

export type { Plan, PlannedConfiguration, PlannedFold } from "./planned.ts";

/** Returns what is known of the data of a trial: that of its fold, if it has one. */
export function factsOf(
  { configurationIndex, fold }: Pick<Trial, "configurationIndex" | "fold">,
  plan: Pick<Plan, "configurations">,
): DatasetFacts {
  const { facts, folds } = plan.configurations[configurationIndex]!;
  return folds?.find((other) => other.fold === fold)?.facts ?? facts;
}

/**
 * Expands an experiment into its trials and gives each its identity. Where a search learns from results, these are the
 * trials that it has decided on so far.
 */
export function planTrials(experiment: Experiment): Plan {
  const builder = new PlanBuilder(experiment);
  for (const point of expandGrid(experiment)) builder.add(point);
  return builder.plan(experiment);
}
