import { measuredTrials } from "./replicates/measured-trials.ts";
import type { ConfigurationResult } from "./results.ts";

/** Returns whether every replicate of a configuration has a value of the objective. */
export function isWhole({ objective, trials }: ConfigurationResult): boolean {
  return measuredTrials(objective) === trials.length;
}
