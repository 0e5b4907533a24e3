import type { Configuration } from "./experiment.ts";
import { datasetSchema, EXPERIMENT_SCHEMA, schemaAt, type Schema } from "./experiment-schema.ts";

/** A configuration, or one of its fields with fields of its own, without what is at its default. */
export type StatedFields = Readonly<Record<string, unknown>>;

/** Returns the fields of a configuration that a file has to state to mean it: all that are not at their default. */
export function withoutDefaults(configuration: Partial<Configuration>): StatedFields {
  const { dataset, architecture, ...fields } = configuration;
  return {
    ...(dataset && { dataset: stated(dataset, datasetSchema(dataset.name)) }),
    ...(architecture && { architecture: stated({ ...architecture }, schemaAt("architecture")) }),
    ...stated(fields, EXPERIMENT_SCHEMA),
  };
}

function stated(fields: StatedFields, schema: Schema): StatedFields {
  const entries = Object.entries(fields).filter(
    ([key, value]) => value !== schema.properties?.[key]?.default,
  );
  return Object.fromEntries(entries);
}
