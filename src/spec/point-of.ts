import type { Configuration } from "../fields/configuration.ts";
import type { FieldValue } from "../fields/tables/field.ts";
import type { Cell, Cells, Point, Sweep } from "./sweep.ts";

/** Returns a configuration of the grid, with the names that rules have given it, as patterns look at it. */
export function pointOf(
  point: { readonly configuration: Configuration; readonly variant?: string; readonly name?: string },
  { folder }: Pick<Sweep, "folder">,
): Point {
  const { configuration, variant, name } = point;
  const names = { ...(variant !== undefined && { variant }), ...(name !== undefined && { name }) };
  return { cells: cellsOf(configuration), folder, ...names };
}

/** Returns the cells of a configuration, so that patterns can be asked about it: one for each field, and each map of fields. */
export function cellsOf(configuration: Configuration): Cells {
  return Object.fromEntries(entriesOf(configuration, ""));
}

function entriesOf(fields: object, prefix: string): [string, Cell][] {
  return Object.entries(fields).flatMap(([key, value]: [string, FieldValue]) => {
    const path = prefix + key;
    const inner = typeof value === "object" && !Array.isArray(value) ? entriesOf(value, `${path}.`) : [];
    return [[path, { value }] as [string, Cell], ...inner];
  });
}
