import type { DatasetOptions } from "../data/source.ts";
import type { FieldValue } from "./field-value.ts";
import { datasetSchema, schemaAt } from "./experiment-schema.ts";

/**
 * Returns the value that a field has when a spec leaves it out; undefined for a field that every spec must have.
 *
 * @param path Dotted path outside `dataset`: `loss`, `architecture.output`.
 */
export function defaultValue(path: string): FieldValue | undefined {
  return schemaAt(path).default as FieldValue | undefined; // the schema's defaults fit the schema: tested
}

/** Returns a data set with every option at its default, in the schema's order. */
export function defaultDataset(name: string): DatasetOptions {
  const options = Object.entries(datasetSchema(name).properties ?? {}).filter(
    ([option]) => option !== "name",
  );
  return {
    name,
    ...Object.fromEntries(options.map(([option, schema]) => [option, schema.default as number])),
  };
}
