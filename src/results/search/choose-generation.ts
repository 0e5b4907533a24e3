import { searchStreamKey } from "../../math/stream-key.ts";
import type { Observation, Proposal } from "../../search/ask.ts";
import { sequenceFor } from "../../search/sequences.ts";
import { proposeTpe } from "../../search/tpe/propose-tpe.ts";
import { chosenPoints, drawnFirst, mostDraws, searchAxes } from "../../spec/search-experiment.ts";
import type { ChosenPoint, Search } from "../../spec/sweep.ts";
import { gridPointReader } from "../../trials/expand-grid.ts";
import { PlanBuilder } from "../../trials/plan-builder.ts";
import type { Plan } from "../../trials/plan.ts";
import { meanOf } from "./race.ts";

/**
 * Returns a plan with the configurations that a search chooses by the results of all before; undefined where it has as many as
 * it wants, or finds no other ones.
 */
export function chooseGeneration(
  plan: Plan,
  search: Search,
  losses: readonly (readonly (number | undefined)[])[],
): Plan | undefined {
  const { experiment } = plan;
  const { configurations: wanted = 0, generation = 1, decided } = search;
  const before = decided?.chosen ?? [];
  const missing = Math.min(generation, wanted - drawnFirst(search) - before.length);
  if (missing <= 0) return undefined;
  const builder = new PlanBuilder(experiment, plan);
  const chosen = addNew(builder, plan, missing, proposalsFor(plan, search, losses));
  if (chosen.length === 0) return undefined;
  const progress = { allotments: [], ...decided, chosen: [...before, ...chosen] };
  const sweep = { ...experiment.sweep, search: { ...search, decided: progress } };
  // What was proposed and is there already is no point of the grid.
  return { ...builder.plan({ ...experiment, sweep }), duplicates: plan.duplicates };
}

/** With so many proposals that are known already, a generation takes what the sequence of the start has. */
const MOST_PROPOSALS = 200;

/** Adds the first proposals that are new; returns them. */
function addNew(
  builder: PlanBuilder,
  { experiment: { sweep } }: Plan,
  count: number,
  proposals: Iterable<ChosenPoint>,
): ChosenPoint[] {
  const [pointAt, read] = [chosenPoints(sweep), gridPointReader(sweep)];
  const added: ChosenPoint[] = [];
  let left = MOST_PROPOSALS + mostDraws({ configurations: count });
  for (const proposal of proposals) {
    const point = pointAt(proposal.shares);
    if (point && builder.add(read(point))) added.push(proposal);
    left -= 1;
    if (added.length === count || left === 0) break;
  }
  return added;
}

function* proposalsFor(
  { configurations, experiment }: Plan,
  { seed, decided }: Search,
  losses: readonly (readonly (number | undefined)[])[],
): Generator<ChosenPoint, never> {
  const generation = (decided?.chosen.at(-1)?.generation ?? 0) + 1;
  const observed = configurations.flatMap(({ index, shares }) => (shares ? [{ index, shares }] : []));
  const observations = observed.map(({ index, shares }): Observation => ({
    shares,
    loss: meanOf(losses[index]!),
  }));
  const axes = searchAxes(experiment.sweep);
  const proposals: Iterable<Proposal> = proposeTpe({
    axes,
    key: searchStreamKey(seed, "tpe"),
    observations,
    generation,
  });
  let left = MOST_PROPOSALS;
  for (const { shares, origin } of proposals) {
    yield { shares, near: origin.kind === "kernel" ? [observed[origin.around]!.index] : [], generation };
    if (--left === 0) break;
  }
  // In a space of few points all proposals may be known: then the others are as good as any.
  const sequence = sequenceFor(axes.length, searchStreamKey(seed, "sobol"));
  for (let index = 0; ; index++) yield { shares: sequence(index), near: [], generation };
}
