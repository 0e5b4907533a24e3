import { lengthOf } from "../../configuration/kind-of.ts";
import type { Configuration } from "../../fields/configuration.ts";
import type { Sweep } from "../../spec/sweep.ts";

/**
 * Returns how far a configuration has got in its search: how long it has trained, or how many replicates it has. Those that
 * got further are better, regardless of their results. 0 where all are trained alike.
 *
 * @param trials How many it has.
 */
export function reachOf(
  { search }: Pick<Sweep, "search">,
  configuration: Configuration,
  trials: number,
): number {
  if (search?.ladder) return lengthOf(configuration);
  return search?.first === undefined ? 0 : trials;
}
