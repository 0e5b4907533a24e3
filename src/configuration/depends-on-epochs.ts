import type { Configuration } from "../fields/configuration.ts";
import { kindOf, scheduleOf, stopRules } from "./kind-of.ts";

/** Returns whether an epoch, or what is made of it, depends on how many there will be: then trials of different lengths share no training. */
export function dependsOnEpochs(configuration: Configuration): boolean {
  const sharesPrefixes = kindOf(configuration).sharesPrefixes(configuration);
  return !sharesPrefixes || hasLongCourse(configuration) || restoresBest(configuration);
}

/** Returns the settings by which a configuration depends on the number of epochs, as a spec has them; none if it does not. */
export function epochSettings(configuration: Configuration): string[] {
  return [
    ...(hasLongCourse(configuration) ? [`schedule: ${scheduleOf(configuration)?.name}`] : []),
    ...(restoresBest(configuration) ? ["restoreBest: true"] : []),
  ];
}

/** Returns whether a trial ends as it was at its best epoch, so that later ones are forgotten. */
export function restoresBest(configuration: Configuration): boolean {
  const { earlyStopping } = stopRules(configuration);
  return earlyStopping.restoreBest && earlyStopping.patience > 0;
}

/** Returns whether the schedule is laid out over all epochs. */
function hasLongCourse(configuration: Configuration): boolean {
  const { name = "constant" } = scheduleOf(configuration) ?? {};
  return name === "cosine" || name === "oneCycle";
}
