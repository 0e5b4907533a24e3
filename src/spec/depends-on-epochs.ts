import type { Configuration } from "./experiment.ts";

/** Tells whether an epoch depends on how many there will be: then trials of different lengths share no training. */
export function dependsOnEpochs({ schedule }: Configuration): boolean {
  return schedule.name === "cosine" || schedule.name === "oneCycle";
}
