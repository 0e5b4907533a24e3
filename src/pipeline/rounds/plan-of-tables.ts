import { readTrials } from "../../results/reading/read-trials.ts";
import type { KnownOutcomes } from "../../results/search/losses-of.ts";
import { nextRound } from "../../results/search/next-round.ts";
import { learns } from "../../trials/allotment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";

/** Returns what an experiment trains, as far as some results decide it. */
export function planBy(experiment: Experiment, outcomes: KnownOutcomes): Plan {
  let plan = planTrials(experiment);
  for (let next; (next = nextRound(plan, outcomes));) plan = next;
  return plan;
}

/**
 * Returns what an experiment trains, as far as its committed tables decide it.
 *
 * @param files Of the folder of results, by path.
 */
export function planOfTables(experiment: Experiment, files: ReadonlyMap<string, string>): Plan {
  const { sweep, objective } = experiment;
  const trials = files.get("trials.csv");
  if (!sweep.search || !learns(sweep.search) || trials === undefined) return planTrials(experiment);
  const tables = { trials, epochs: files.get("epochs.csv") };
  const known = readTrials(tables, { metrics: [objective.metric], objective, unitsOf: () => undefined });
  const outcomes = known.flatMap(({ trial: { id }, record }) => (record ? [[id, record] as const] : []));
  return planBy(experiment, new Map(outcomes));
}
