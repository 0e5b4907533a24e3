/**
 * The space of a search, for those who choose points by results.
 * @module
 */
import type { Axis } from "../search/axis.ts";
import { applyRules } from "./grid/apply-rules.ts";
import { searchSpace } from "./grid/search/search-space.ts";
import type { Point, Sweep } from "./sweep.ts";

export { drawnFirst, mostDraws } from "./grid/search/draw-points.ts";

/** Returns the axes of the unit cube that a search draws from. */
export function searchAxes({ branches, folder }: Sweep): readonly Axis[] {
  return searchSpace(branches, folder).axes;
}

/** Returns the paths of the columns of these axes. */
export function searchColumns({ branches, folder }: Sweep): readonly string[] {
  return searchSpace(branches, folder).columns;
}

/** Returns a function that gives the configuration at a point of the cube; undefined where a rule leaves it out. */
export function chosenPoints(sweep: Sweep): (shares: readonly number[]) => Point | undefined {
  const { pointAt } = searchSpace(sweep.branches, sweep.folder);
  return (shares) => applyRules(pointAt(shares), sweep);
}
