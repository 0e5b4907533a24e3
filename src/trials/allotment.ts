import { kindOf } from "../configuration/kind-of.ts";
import type { Configuration } from "../fields/configuration.ts";
import { bracketOf } from "../search/ladder.ts";
import type { Replicates } from "../spec/experiment.ts";
import type { Allotment, Search } from "../spec/sweep.ts";

/** Returns how much training a configuration has got: what its search has decided, or what every one begins with. */
export function allotmentOf(search: Search | undefined, index: number): Allotment {
  if (!search) return {};
  const { ladder, first, decided } = search;
  const own = decided?.allotments[index];
  if (own) return own;
  if (ladder) return { length: ladder.lengths[ladder.brackets[bracketOf(ladder, index)]!.start]! };
  return first === undefined ? {} : { replicates: first };
}

/** Returns a configuration with the length that it has got. */
export function withAllotted(configuration: Configuration, { length }: Allotment): Configuration {
  return length === undefined ? configuration : kindOf(configuration).withLength(configuration, length);
}

/** Returns the replicates that a configuration has got. */
export function allottedReplicates(replicates: Replicates, { replicates: count }: Allotment): Replicates {
  return count === undefined ? replicates : { ...replicates, count };
}

/** Returns whether the results of a search decide what it trains. */
export function learns({ ladder, first, generation }: Search): boolean {
  return ladder !== undefined || first !== undefined || generation !== undefined;
}
