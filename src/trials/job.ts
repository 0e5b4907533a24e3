import type { PlannedConfiguration } from "./plan.ts";
import { trialCost } from "./network-cost.ts";
import type { Trial } from "./trial.ts";

/** What a runner takes: one or more trials that share work, one record each. */
export interface Job {
  readonly trials: readonly Trial[];
  /** Multiply-adds of all of them. */
  readonly multiplyAdds: number;
}

/** Makes jobs of trials, the longest first, so that no long one is left over when the others are done. */
export function makeJobs(trials: readonly Trial[], configurations: readonly PlannedConfiguration[]): Job[] {
  const jobs = trials.map((trial) => {
    const { configuration, facts } = configurations[trial.configurationIndex]!;
    return { trials: [trial], multiplyAdds: trialCost(configuration, facts).multiplyAdds };
  });
  return jobs.sort((a, b) => b.multiplyAdds - a.multiplyAdds);
}
