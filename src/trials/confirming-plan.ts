import { planTrials, type Plan } from "./plan.ts";

const ONE_POINT = { columns: [], branches: [], when: [], exclude: [], include: [], counts: [] };

/**
 * Returns the plan of fresh replicates of one configuration, whose numbers follow those of the spec: their random numbers
 * took no part in choosing it. Undefined where the spec asks for none.
 *
 * @param chosen Index of the configuration.
 */
export function confirmingPlan({ experiment, configurations }: Plan, chosen: number): Plan | undefined {
  const { report, expect: _, replicates, ...rest } = experiment;
  const { confirm = 0 } = report ?? {};
  if (confirm === 0) return undefined;
  const { count, first = 0 } = replicates;
  return planTrials({
    ...rest,
    base: configurations[chosen]!.configuration,
    axes: [],
    sweep: ONE_POINT,
    replicates: { ...replicates, count: confirm, first: first + count },
  });
}
