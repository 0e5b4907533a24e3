import { defaultValue } from "../../fields/defaults.ts";
import { FIELDS_OF } from "../../fields/kinds.ts";
import type { ExperimentKind } from "../../metrics/metrics.ts";
import type { Cells } from "../sweep.ts";

/** Returns the cells of all fields of a kind that have a default, at it. */
export function gridDefaults(kind: ExperimentKind): Cells {
  const entries = FIELDS_OF[kind].flatMap((path) => {
    const value = defaultValue(path, kind);
    return value === undefined ? [] : [[path, { value }] as const];
  });
  return Object.fromEntries(entries);
}
