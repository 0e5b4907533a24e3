import { defaultValue } from "../schema/defaults.ts";
import { CONFIGURATION_FIELDS } from "../configuration-fields.ts";
import type { Cells } from "../sweep.ts";

/** Returns the cells of all fields that have a default, at it. */
export function gridDefaults(): Cells {
  const entries = CONFIGURATION_FIELDS.flatMap((path) => {
    const value = defaultValue(path);
    return value === undefined ? [] : [[path, { value }] as const];
  });
  return Object.fromEntries(entries);
}
