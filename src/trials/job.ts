import { lengthOf } from "../configuration/kind-of.ts";
import type { Plan, PlannedConfiguration } from "./plan.ts";
import { TYPICAL_RATES, workSeconds } from "./rates.ts";
import type { Trial } from "./trial.ts";
import type { Work } from "./kinds/trial-kind.ts";
import { rememberWork, type WorkOf } from "./work.ts";

/** What a runner takes: trials that differ in `epochs` alone and so train as one, a record for each. */
export interface Job {
  readonly trials: readonly [Trial, ...Trial[]];
  /** Epochs of the longest of them. */
  readonly epochs: number;
  /** Work of the longest of them. */
  readonly work: Work;
  /** What its work takes a typical core: how jobs compare on any machine. */
  readonly typicalSeconds: number;
}

/** What of a plan makes its jobs. */
export interface JobPlan {
  readonly experiment: Pick<Plan["experiment"], "metrics">;
  readonly configurations: readonly Pick<PlannedConfiguration, "configuration" | "facts">[];
}

/** Makes jobs of trials, the longest first, so that no long one is left over when the others are done. */
export function makeJobs(trials: readonly Trial[], plan: JobPlan): Job[] {
  const prefixes = new Map<string, [Trial, ...Trial[]]>();
  for (const trial of trials) {
    const sharing = prefixes.get(trial.prefixId);
    if (sharing) sharing.push(trial);
    else prefixes.set(trial.prefixId, [trial]);
  }
  const workOf = rememberWork(plan.experiment.metrics);
  const jobs = [...prefixes.values()].map((sharing) => makeJob(sharing, plan, workOf));
  return jobs.sort((a, b) => b.typicalSeconds - a.typicalSeconds);
}

/** Returns one job for each trial of a job: what is tried when they failed together. */
export function splitJob(job: Job, plan: JobPlan): Job[] {
  const workOf = rememberWork(plan.experiment.metrics);
  return job.trials.map((trial) => makeJob([trial], plan, workOf));
}

function makeJob(trials: Job["trials"], { configurations }: JobPlan, workOf: WorkOf): Job {
  const longest = trials.reduce((a, b) => (lengthOf(b.configuration) > lengthOf(a.configuration) ? b : a));
  const { configuration, facts } = configurations[longest.configurationIndex]!;
  const work = workOf(configuration, facts);
  return { trials, epochs: lengthOf(configuration), work, typicalSeconds: workSeconds(work, TYPICAL_RATES) };
}
