import type { Experiment } from "../spec/experiment.ts";
import { cellsOf } from "../spec/point-of.ts";
import { planTrials, type Plan } from "./plan.ts";

/**
 * Returns the plan of fresh replicates of one configuration, whose numbers follow those of the spec: their random numbers
 * took no part in choosing it. Undefined where the spec asks for none.
 *
 * @param chosen Index of the configuration.
 */
export function confirmingPlan({ experiment, configurations }: Plan, chosen: number): Plan | undefined {
  const { report, expect: _, replicates, sweep, ...rest } = experiment;
  const { confirm = 0 } = report ?? {};
  if (confirm === 0) return undefined;
  const { count, first = 0 } = replicates;
  const { configuration } = configurations[chosen]!;
  const one = { fixed: cellsOf(configuration), dimensions: [] };
  return planTrials({
    ...rest,
    base: configuration,
    sweep: {
      folder: sweep.folder,
      columns: [],
      branches: [one],
      when: [],
      exclude: [],
      include: [],
      counts: [],
    },
    replicates: { ...replicates, count: confirm, first: first + count },
  });
}

/**
 * Returns every trial that an experiment may train: fresh replicates of any configuration, because which is the best one
 * is not known yet, and those on the way up the ladder of a search. Of points that a search chooses by results, those that
 * it has chosen.
 */
export function possiblePlan(experiment: Experiment): Plan {
  const { replicates, report, sweep } = experiment;
  const { search } = sweep;
  const all = { ...replicates, count: replicates.count + (report?.confirm ?? 0) };
  if (!search) return planTrials({ ...experiment, replicates: all });
  const { ladder, first: _, decided, ...drawn } = search;
  const plans = (ladder?.lengths ?? [undefined]).map((length) => {
    const { chosen = [] } = decided ?? {};
    const level =
      length === undefined ? {} : { ladder: { lengths: [length], factor: 2, brackets: [{ start: 0 }] } };
    const own = { ...drawn, ...level, decided: { chosen, allotments: [] } };
    return planTrials({ ...experiment, replicates: all, sweep: { ...sweep, search: own } });
  });
  return { ...plans.at(-1)!, trials: plans.flatMap(({ trials }) => trials) };
}
