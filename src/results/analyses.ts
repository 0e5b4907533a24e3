import type { Experiment } from "../spec/experiment.ts";
import { axisEffects } from "./effects/axis-effects.ts";
import type { ConfigurationResult, Results } from "./results.ts";
import { analyseVariance } from "./variance/analyse-variance.ts";

/**
 * Returns what each axis changes. Of a search nothing: means of the values of an axis are comparable only where the other
 * axes have the same values.
 *
 * @param winners The best configuration of each condition.
 */
export function analysesOf(
  { sweep, objective }: Pick<Experiment, "sweep" | "objective">,
  configurations: readonly ConfigurationResult[],
  winners: readonly ConfigurationResult[],
): Pick<Results, "effects" | "variance"> {
  const { columns, search } = sweep;
  if (!search) {
    const { metric, goal } = objective;
    return {
      effects: axisEffects(columns, configurations, { metric, goal, winners }),
      variance: analyseVariance(columns, configurations),
    };
  }
  const refusal = "it needs all combinations of the axes, and a search draws some";
  return { effects: [], variance: columns.length > 1 ? { rows: [], refusal } : undefined };
}
