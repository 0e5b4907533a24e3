import type { Configuration } from "../experiment.ts";

/** Tells whether an epoch, or what is made of it, depends on how many there will be: then trials of different lengths share no training. */
export function dependsOnEpochs({ schedule, earlyStopping }: Configuration): boolean {
  const goesBack = earlyStopping.restoreBest && earlyStopping.patience > 0;
  return goesBack || schedule.name === "cosine" || schedule.name === "oneCycle";
}
