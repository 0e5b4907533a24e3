import type { NetworkConfiguration } from "../../fields/configuration.ts";
import type { Model } from "../../model/model.ts";
import type { Results, TrialResult } from "../../results/results.ts";
import type { Plan } from "../../trials/plan.ts";

/** A model that has no card yet. */
export type Uncarded = Omit<Model, "card">;

/** The facts that a card shows. */
export interface CardFacts {
  readonly model: Uncarded;
  /** The trial that the model comes from. */
  readonly trial: TrialResult;
  /** The configuration of that trial. */
  readonly network: NetworkConfiguration;
  /** Of its experiment, as far as there are records. */
  readonly results: Results;
  readonly plan: Plan;
}
