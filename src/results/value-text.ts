import type { FieldValue } from "../spec/experiment.ts";
import { statedValue } from "./stated-value.ts";

/** Returns a field's value as tables show it: shortest number, word, list as JSON, data set as its name or as JSON. */
export function valueText(value: FieldValue): string {
  const stated = statedValue(value);
  if (typeof stated !== "object") return String(stated);
  return "name" in stated && Object.keys(stated).length === 1 ? stated.name : JSON.stringify(stated);
}
