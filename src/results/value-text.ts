import type { DatasetOptions } from "../data/source.ts";
import type { FieldValue } from "../spec/experiment.ts";
import { withoutDefaults } from "../spec/without-defaults.ts";

/** Returns a field's value as tables show it: shortest number, word, list as JSON, data set as its name or as JSON. */
export function valueText(value: FieldValue): string {
  if (typeof value !== "object") return String(value);
  return "name" in value ? datasetText(value) : JSON.stringify(value);
}

function datasetText(options: DatasetOptions): string {
  const { dataset } = withoutDefaults({ dataset: options });
  return Object.keys(dataset as object).length === 1 ? options.name : JSON.stringify(dataset);
}
