import { searchStreamKey } from "../../../math/stream-key.ts";
import { SEQUENCES } from "../../../search/sequences.ts";
import type { Point, Search, Sweep } from "../../sweep.ts";
import { applyRules, variedPaths } from "../apply-rules.ts";
import { searchSpace } from "./search-space.ts";

/** With so many draws for each configuration, or beyond them, the others are too rare to find. */
const [MOST_EACH, MOST_BEYOND] = [100, 1_000_000];

/**
 * Yields the points that a search draws, before any rule, until as many are left as it wants: those that `exclude` does not
 * remove and that differ from all before them. What it removes is yielded, too. Ends earlier where so many are not found.
 * What is drawn does not depend on how many are wanted.
 *
 * @param included Points that are tried first.
 */
export function* drawPoints(sweep: Sweep, search: Search, included: readonly Point[]): Generator<Point> {
  const { axes, pointAt } = searchSpace(sweep.branches, sweep.folder);
  const name = search.method === "random" ? "random" : "sobol";
  const sequence = SEQUENCES[name](axes.length, searchStreamKey(search.seed, name));
  const isNew = newcomers(sweep, included);
  let missing = drawnFirst(search);
  for (let draw = 0; missing > 0 && draw < mostDraws(search); draw++) {
    const raw = { ...pointAt(sequence(draw)), draw };
    const novelty = isNew(raw);
    if (novelty === "known") continue;
    yield raw;
    if (novelty === "new") missing -= 1;
  }
}

/** Yields the points that a search has chosen by results, before any rule. */
export function* chosenPoints({ branches, folder, search }: Sweep): Generator<Point> {
  const { chosen = [] } = search?.decided ?? {};
  if (chosen.length === 0) return;
  const { pointAt } = searchSpace(branches, folder);
  for (const [number, { shares }] of chosen.entries()) yield { ...pointAt(shares), chosen: number };
}

/** Returns how many configurations are drawn before any result is known. */
export function drawnFirst({ configurations = 0, generation = configurations }: Search): number {
  return Math.min(configurations, generation);
}

/** Returns after how many draws a search ends, whether or not it has found enough. */
export function mostDraws({ configurations = 0 }: Pick<Search, "configurations">): number {
  return Math.min(MOST_EACH * configurations, configurations + MOST_BEYOND);
}

/** Returns a function that says whether a point, before any rule, is a configuration that was not seen before. */
function newcomers(sweep: Sweep, seen: Iterable<Point>): (raw: Point) => "new" | "known" | "excluded" {
  const paths = [...variedPaths(sweep)];
  const keyOf = ({ cells }: Point): string => JSON.stringify(paths.map((path) => cells[path]?.value));
  const known = new Set<string>();
  for (const point of seen) known.add(keyOf(applyRules(point, sweep) ?? point));
  return (raw) => {
    const point = applyRules(raw, sweep);
    if (!point) return "excluded";
    const key = keyOf(point);
    if (known.has(key)) return "known";
    known.add(key);
    return "new";
  };
}
