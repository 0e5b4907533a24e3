import type { FieldValue } from "../spec/experiment.ts";
import { withoutDefaults } from "../spec/without-defaults.ts";

/** Returns a field's value as a file has to state it: of a data set only the options that are not at their default. */
export function statedValue(value: FieldValue): FieldValue {
  if (typeof value !== "object" || !("name" in value)) return value;
  return withoutDefaults({ dataset: value })["dataset"] as FieldValue; // some of the options it was given
}
