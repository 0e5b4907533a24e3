import { factOf } from "../fact-of.ts";
import type { FieldValue } from "../../../fields/tables/field.ts";
import type { Place } from "../../source-text.ts";
import type { Sweep } from "../../sweep.ts";
import { classifyCombinations } from "./classify-combinations.ts";
import type { Condition } from "./read-where.ts";
import { traceSweep } from "./trace-sweep.ts";

/** A condition that no combination fits, with what its field is instead. */
export interface MissingCondition {
  readonly condition: Condition;
  /** Values of the field or fact in the configurations, each once. */
  readonly values: readonly FieldValue[];
  /** Where they are written. */
  readonly places: readonly Place[];
}

/** Returns the conditions that no combination of a sweep fits, each considered alone. */
export function missingConditions(conditions: readonly Condition[], sweep: Sweep): MissingCondition[] {
  const missing = conditions.filter(({ matches }) => classifyCombinations(sweep, matches).length === 0);
  return missing.map((condition) => ({ condition, ...valuesTaken(sweep, condition.path) }));
}

function valuesTaken(sweep: Sweep, path: string): Pick<MissingCondition, "values" | "places"> {
  const values = new Map<string, FieldValue>();
  const places = new Set<Place>();
  for (const { point, configuration } of traceSweep(sweep)) {
    const value = factOf(point, path);
    if (configuration === undefined || value === undefined) continue;
    values.set(JSON.stringify(value), value);
    const place = point.cells[path]?.place;
    if (place) places.add(place);
  }
  return { values: [...values.values()], places: [...places] };
}
