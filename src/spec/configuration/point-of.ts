import { cellsOf } from "./cells-of.ts";
import type { Configuration } from "../../fields/configuration.ts";
import type { Point } from "../sweep.ts";

/** Returns a configuration of the grid, with the names that rules have given it, as patterns look at it. */
export function pointOf(point: {
  readonly configuration: Configuration;
  readonly variant?: string;
  readonly name?: string;
}): Point {
  const { configuration, variant, name } = point;
  const names = { ...(variant !== undefined && { variant }), ...(name !== undefined && { name }) };
  return { cells: cellsOf(configuration), ...names };
}
