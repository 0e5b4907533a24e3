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
  const { method, configurations, seed } = search;
  const { axes, pointAt } = searchSpace(sweep.branches, sweep.folder);
  const sequence = SEQUENCES[method](axes, searchStreamKey(seed, method));
  const paths = [...variedPaths(sweep)];
  const keyOf = ({ cells }: Point): string => JSON.stringify(paths.map((path) => cells[path]?.value));
  const known = new Set(included.map((point) => keyOf(applyRules(point, sweep) ?? point)));
  let missing = configurations;
  for (let draw = 0; missing > 0 && draw < mostDraws(search); draw++) {
    const raw = { ...pointAt(sequence(draw)), draw };
    const point = applyRules(raw, sweep);
    const key = point && keyOf(point);
    if (key !== undefined && known.has(key)) continue;
    yield raw;
    if (key === undefined) continue;
    known.add(key);
    missing -= 1;
  }
}

/** Returns after how many draws a search ends, whether or not it has found enough. */
export function mostDraws({ configurations }: Pick<Search, "configurations">): number {
  return Math.min(MOST_EACH * configurations, configurations + MOST_BEYOND);
}
