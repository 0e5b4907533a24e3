import { longerTrials, undecided } from "../../results/search/losses-of.ts";
import { nextRound } from "../../results/search/next-round.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { TrialStore } from "../../store/trial-store.ts";
import type { Outcome } from "../../training/outcome.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import { storedOutcome, storedOutcomes } from "../stored-outcomes.ts";

/** A plan as far as stored records decide it, and these records, by trial id. */
export interface PlanSoFar {
  readonly plan: Plan;
  readonly outcomes: Map<string, Outcome>;
}

type Records = Pick<TrialStore, "read" | "hasWeights">;

/** Returns what an experiment trains, as far as the records of a store decide it, and these records. */
export async function planSoFar(experiment: Experiment, store: Records): Promise<PlanSoFar> {
  let plan = planTrials(experiment);
  const outcomes = new Map<string, Outcome>();
  for (;;) {
    await addStored(plan, store, outcomes);
    const next = nextRound(plan, outcomes);
    if (!next) return { plan, outcomes };
    plan = next;
  }
}

/**
 * Adds the stored records of the trials of a plan that are not known yet. Where one is missing, that of a longer trial is
 * added: it decides a search just as well.
 */
export async function addStored(plan: Plan, store: Records, outcomes: Map<string, Outcome>): Promise<void> {
  const unknown = plan.trials.filter(({ id }) => !outcomes.has(id));
  for (const [id, outcome] of await storedOutcomes(plan, store, unknown)) outcomes.set(id, outcome);
  for (const trial of undecided(plan, unknown, outcomes)) {
    for (const longer of longerTrials(trial, plan)) {
      const record = await storedOutcome(longer, plan, store);
      if (record) outcomes.set(longer.id, record);
    }
  }
}
