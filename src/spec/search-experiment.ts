/**
 * The space of a search, for those who choose points by results.
 * @module
 */
import type { Axis } from "../search/axis.ts";
import { newPoints } from "./grid/search/draw-points.ts";
import { rawPoints } from "./grid/expand-sweep.ts";
import { searchSpace } from "./grid/search/search-space.ts";
import type { ChosenPoint, Sweep } from "./sweep.ts";

export { drawnFirst } from "./grid/search/draw-points.ts";

/** Returns the axes of the unit cube that a search draws from. */
export function searchAxes({ branches, folder }: Sweep): readonly Axis[] {
  return searchSpace(branches, folder).axes;
}

/** Returns the first candidates that are configurations which a sweep does not have yet, and that its rules allow. */
export function newChoices(sweep: Sweep, candidates: Iterable<ChosenPoint>, count: number): ChosenPoint[] {
  return newPoints(sweep, { known: rawPoints(sweep), candidates, count });
}
