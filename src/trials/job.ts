import type { PlannedConfiguration } from "./plan.ts";
import { trialCost } from "./network-cost.ts";
import type { Trial } from "./trial.ts";

/** What a runner takes: trials that differ in `epochs` alone and so train as one, a record for each. */
export interface Job {
  readonly trials: readonly [Trial, ...Trial[]];
  /** Epochs of the longest of them. */
  readonly epochs: number;
  /** Multiply-adds of the longest of them. */
  readonly multiplyAdds: number;
}

/** Makes jobs of trials, the longest first, so that no long one is left over when the others are done. */
export function makeJobs(trials: readonly Trial[], configurations: readonly PlannedConfiguration[]): Job[] {
  const prefixes = new Map<string, [Trial, ...Trial[]]>();
  for (const trial of trials) {
    const sharing = prefixes.get(trial.prefixId);
    if (sharing) sharing.push(trial);
    else prefixes.set(trial.prefixId, [trial]);
  }
  const jobs = [...prefixes.values()].map((sharing) => makeJob(sharing, configurations));
  return jobs.sort((a, b) => b.multiplyAdds - a.multiplyAdds);
}

/** Returns one job for each trial of a job: what is tried when they failed together. */
export function splitJob(job: Job, configurations: readonly PlannedConfiguration[]): Job[] {
  return job.trials.map((trial) => makeJob([trial], configurations));
}

function makeJob(trials: Job["trials"], configurations: readonly PlannedConfiguration[]): Job {
  const longest = trials.reduce((a, b) => (b.configuration.epochs > a.configuration.epochs ? b : a));
  const { configuration, facts } = configurations[longest.configurationIndex]!;
  return { trials, epochs: configuration.epochs, multiplyAdds: trialCost(configuration, facts).multiplyAdds };
}
