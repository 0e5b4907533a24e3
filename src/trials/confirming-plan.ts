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

/** Returns an experiment with the fresh replicates of any configuration: which is the best one is not known yet. */
export function withConfirming(experiment: Experiment): Experiment {
  const { replicates, report } = experiment;
  const count = replicates.count + (report?.confirm ?? 0);
  return { ...experiment, replicates: { ...replicates, count } };
}
