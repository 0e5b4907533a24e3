import type { ConfigurationResult } from "./results.ts";

/** Returns whether every replicate of a configuration has a value of the objective. */
export function isWhole({ objective, trials }: ConfigurationResult): boolean {
  return objective.n === trials.length;
}
