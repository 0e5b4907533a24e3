import { searchStreamKey } from "../../math/stream-key.ts";
import type { Observation } from "../../search/ask.ts";
import { proposeTpe } from "../../search/tpe/propose-tpe.ts";
import { meanOf } from "./race.ts";
import { drawnFirst, newChoices, searchAxes } from "../../spec/search-experiment.ts";
import type { ChosenPoint, Search } from "../../spec/sweep.ts";
import type { Plan } from "../../trials/plan.ts";

/** Returns the points that a search chooses by the results of all before; none where it has as many as it wants. */
export function chooseGeneration(
  { configurations, experiment }: Plan,
  search: Search,
  losses: readonly (readonly (number | undefined)[])[],
): ChosenPoint[] {
  const { configurations: wanted = 0, generation = 1, seed, decided } = search;
  const chosen = decided?.chosen.length ?? 0;
  const missing = wanted - drawnFirst(search) - chosen;
  if (missing <= 0) return [];
  const observed = configurations.flatMap(({ index, shares }) => (shares ? [{ index, shares }] : []));
  const observations = observed.map(({ index, shares }): Observation => ({
    shares,
    loss: meanOf(losses[index]!),
  }));
  const proposals = proposeTpe({
    axes: searchAxes(experiment.sweep),
    key: searchStreamKey(seed, "tpe"),
    observations,
    generation: 1 + Math.ceil(chosen / generation),
  });
  const candidates = mapped(proposals, ({ shares, origin }): ChosenPoint => {
    return { shares, near: origin.kind === "kernel" ? [observed[origin.around]!.index] : [] };
  });
  return newChoices(experiment.sweep, candidates, Math.min(generation, missing));
}

/** One by one: there is no last one. */
function* mapped<A, B>(items: Iterable<A>, change: (item: A) => B): Generator<B> {
  for (const item of items) yield change(item);
}
