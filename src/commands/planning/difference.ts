import { availableParallelism } from "node:os";
import { predictSweep } from "../../pipeline/predict-sweep.ts";
import { comparePlans, type ComparedConfiguration, type PlanComparison } from "../../trials/compare-plans.ts";
import { trialCost } from "../../trials/network-cost.ts";
import { makeJobs } from "../../trials/job.ts";
import { hasKnownWork } from "./outlook.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Rates } from "../../trials/rates.ts";
import type { Trial } from "../../trials/trial.ts";

/** The cost of training some trials on this machine: all of them, regardless of the store. */
export interface Cost {
  readonly trials: number;
  readonly multiplyAdds: number;
  /** Null if the work of the trials is not known. */
  readonly seconds: number | null;
}

/** The differences between two plans, with their cost. */
export interface Difference extends PlanComparison {
  readonly costs: { readonly added: Cost; readonly removed: Cost; readonly unchanged: Cost };
}

/** Compares two plans, either of which may be absent, and predicts the cost of their trials. */
export function differenceOf(before: Plan | undefined, after: Plan | undefined, rates: Rates): Difference {
  const comparison = comparePlans(before, after);
  const { added, removed, unchanged } = comparison;
  const costs = {
    added: costOf(trialsOf(added), after, rates),
    removed: costOf(trialsOf(removed), before, rates),
    unchanged: costOf(unchanged, after, rates),
  };
  return { ...comparison, costs };
}

function trialsOf(configurations: readonly ComparedConfiguration[]): Trial[] {
  return configurations.flatMap(({ trials }) => trials);
}

function costOf(trials: readonly Trial[], plan: Plan | undefined, rates: Rates): Cost {
  if (!plan || trials.length === 0) return { trials: 0, multiplyAdds: 0, seconds: 0 };
  const { configurations, experiment } = plan;
  const multiplyAdds = trials.reduce((sum, { configuration, configurationIndex }) => {
    const { facts } = configurations[configurationIndex]!;
    return sum + trialCost(configuration, facts, experiment.metrics).multiplyAdds;
  }, 0);
  const workers = experiment.run.workers ?? availableParallelism();
  return {
    trials: trials.length,
    multiplyAdds,
    seconds: hasKnownWork(plan)
      ? predictSweep(plan, makeJobs(trials, plan), { workers, rates }).seconds
      : null,
  };
}
