import type { FieldValue } from "../spec/experiment.ts";

/** Returns a field's value as tables show it: shortest number, word, list as JSON, data set by name or as JSON. */
export function valueText(value: FieldValue): string {
  if (typeof value !== "object") return String(value);
  if ("name" in value && Object.keys(value).length === 1) return value.name;
  return JSON.stringify(value);
}
