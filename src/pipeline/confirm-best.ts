import { buildResults } from "../results/build-results.ts";
import type { Results } from "../results/results.ts";
import type { Outcome } from "../training/outcome.ts";
import { confirmingPlan } from "../trials/confirming-plan.ts";
import type { Plan } from "../trials/plan.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";

/** Results with those of fresh replicates of the best configuration. */
export interface Confirmed {
  readonly results: Results;
  /** How their trials ended; absent where none are wanted, or the best configuration is unknown. */
  readonly confirming?: { readonly plan: Plan; readonly outcomes: ReadonlyMap<string, Outcome> };
}

/**
 * Adds fresh replicates of the best configuration to complete results. Everything
 * here depends on the records alone.
 *
 * @param outcomesOf Trains or reads the trials of their plan.
 */
export async function confirmBest(
  plan: Plan,
  results: Results,
  outcomesOf: (confirming: Plan) => Promise<ReadonlyMap<string, Outcome>>,
): Promise<Confirmed> {
  const fresh = results.complete && results.best ? confirmingPlan(plan, results.best.index) : undefined;
  if (!fresh) return { results };
  const outcomes = await outcomesOf(fresh);
  const confirmation = buildResults(fresh, outcomes, { trainerVersion: TRAINER_VERSION });
  const { complete } = confirmation;
  return { results: { ...results, complete, confirmation }, confirming: { plan: fresh, outcomes } };
}
