import { searchStreamKey } from "../../src/math/stream-key.ts";
import type { Observation } from "../../src/search/ask.ts";
import type { Axis } from "../../src/search/axis.ts";
import { SEQUENCES } from "../../src/search/sequences.ts";
import { proposeTpe } from "../../src/search/tpe/propose-tpe.ts";
import type { TestFunction } from "./test-functions.ts";

/** A way to search: a sequence, or TPE with generations of some size. */
export type Search = "random" | "sobol" | { readonly generation: number };

/** How many points a search that learns starts with. */
const START = 16;

/** Returns the least regret after each number of evaluations. */
export function regretAfter(
  { dimensions, regretAt }: TestFunction,
  search: Search,
  seed: number,
  counts: readonly number[],
): number[] {
  const regrets = pointsOf(dimensions, search, seed, regretAt, Math.max(...counts));
  return counts.map((count) => Math.min(...regrets.slice(0, count)));
}

function pointsOf(
  dimensions: number,
  search: Search,
  seed: number,
  regretAt: TestFunction["regretAt"],
  most: number,
): number[] {
  if (typeof search === "string") {
    const sequence = SEQUENCES[search](dimensions, searchStreamKey(seed, search));
    return Array.from({ length: most }, (_, index) => regretAt(sequence(index)));
  }
  const axes = Array.from({ length: dimensions }, (): Axis => ({ kind: "continuous" }));
  const key = searchStreamKey(seed, "tpe");
  const observations: Observation[] = [];
  for (let generation = 0; observations.length < most; generation++) {
    const proposals = proposeTpe({ axes, key, observations: [...observations], generation });
    const size = generation === 0 ? START : search.generation;
    for (let i = 0; i < size; i++) {
      const { shares } = proposals.next().value;
      observations.push({ shares, loss: regretAt(shares) });
    }
  }
  return observations.map(({ loss }) => loss ?? Infinity);
}
