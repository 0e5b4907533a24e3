import { defaultValue } from "../schema/defaults.ts";
import { FIELDS_OF, type ExperimentKind } from "../configuration-fields.ts";
import type { Cells } from "../sweep.ts";

/** Returns the cells of all fields of a kind that have a default, at it. */
export function gridDefaults(kind: ExperimentKind): Cells {
  const entries = FIELDS_OF[kind].flatMap((path) => {
    const value = defaultValue(path);
    return value === undefined ? [] : [[path, { value }] as const];
  });
  return Object.fromEntries(entries);
}
