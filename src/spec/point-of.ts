import type { Configuration } from "./experiment.ts";
import type { Cell, Point } from "./sweep.ts";

/** Returns a configuration of the grid, with the names that rules have given it, as patterns look at it. */
export function pointOf(point: {
  readonly configuration: Configuration;
  readonly variant?: string;
  readonly name?: string;
}): Point {
  const { configuration, variant, name } = point;
  const { architecture, ...fields } = configuration;
  const cells: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(fields)) cells[key] = { value };
  for (const [key, value] of Object.entries(architecture)) cells[`architecture.${key}`] = { value };
  return { cells, ...(variant !== undefined && { variant }), ...(name !== undefined && { name }) };
}
