import type { FieldValue, NamedOptions } from "../field-value.ts";
import { NAMED_FIELDS } from "../named-fields.ts";
import { optionsSchema, schemaAt } from "./experiment-schema.ts";

/**
 * Returns the value that a field has when a spec leaves it out; undefined for a field that every spec must have.
 *
 * @param path Dotted path outside `dataset`: `loss`, `architecture.output`.
 */
export function defaultValue(path: string): FieldValue | undefined {
  const value = schemaAt(path).default as FieldValue | undefined; // the schema's defaults fit the schema: tested
  return NAMED_FIELDS.includes(path) && typeof value === "string" ? defaultOptions(value) : value;
}

/** Returns a data set or optimizer with every option that has a default at it, in the schema's order. */
export function defaultOptions(name: string): NamedOptions {
  const options = Object.entries(optionsSchema(name).properties ?? {}).filter(
    ([, schema]) => schema.default !== undefined,
  );
  return {
    name,
    ...Object.fromEntries(options.map(([option, schema]) => [option, schema.default as number])),
  };
}
