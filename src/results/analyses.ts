import type { Experiment } from "../spec/experiment.ts";
import { axisEffects } from "./effects/axis-effects.ts";
import type { ConfigurationResult, Results } from "./results.ts";
import { analyseVariance } from "./variance/analyse-variance.ts";

/**
 * Returns what each axis changes. Of a search nothing: both compare settings that differ in one axis alone, and an
 * analysis of variance needs all combinations.
 *
 * @param winners The best configuration of each condition.
 */
export function analysesOf(
  { sweep, objective }: Pick<Experiment, "sweep" | "objective">,
  configurations: readonly ConfigurationResult[],
  winners: readonly ConfigurationResult[],
): Pick<Results, "effects" | "variance"> {
  const { columns, search } = sweep;
  if (search) return { effects: [], variance: undefined };
  const { metric, goal } = objective;
  return {
    effects: axisEffects(columns, configurations, { metric, goal, winners }),
    variance: analyseVariance(columns, configurations),
  };
}
