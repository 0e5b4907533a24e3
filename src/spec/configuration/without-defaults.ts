import type { Configuration, FunctionConfiguration, NetworkConfiguration } from "../experiment.ts";
import type { NamedOptions } from "../field-value.ts";
import { EXPERIMENT_SCHEMA, optionsSchema, schemaAt, type Schema } from "../schema/experiment-schema.ts";

/** A configuration, or one of its fields with fields of its own, without what is at its default. */
export type StatedFields = Readonly<Record<string, unknown>>;

/** Fields of configurations of any kind. */
type AnyFields = Omit<NetworkConfiguration, "kind"> &
  Omit<FunctionConfiguration, "kind"> &
  Pick<Configuration, "kind">;

/** Returns the fields of a configuration that a file has to state to mean it: all that are not at their default. */
export function withoutDefaults(configuration: Partial<AnyFields>): StatedFields {
  const {
    dataset,
    function: minimized,
    architecture,
    optimizer,
    schedule,
    earlyStopping,
    target,
    ...fields
  } = configuration;
  return {
    ...(minimized && { function: statedOptions({ ...minimized }) }),
    ...(dataset && { dataset: statedOptions(dataset) }),
    ...(architecture && { architecture: stated({ ...architecture }, schemaAt("architecture")) }),
    ...(optimizer && statedUnlessDefault("optimizer", optimizer)),
    ...(schedule && statedUnlessDefault("schedule", schedule)),
    ...stated(fields, EXPERIMENT_SCHEMA),
    ...(earlyStopping && statedMap("earlyStopping", { ...earlyStopping })),
    ...(target && statedMap("target", { ...target })),
  };
}

/** Returns the name of a data set or optimizer with the options that are not at their default. */
export function statedOptions(options: Partial<NamedOptions> & { name: string }): StatedFields {
  return stated(options, optionsSchema(options.name));
}

/** Returns a field that is a map with what is not at its default; nothing if all is. */
function statedMap(field: string, values: StatedFields): StatedFields {
  const found = stated(values, schemaAt(field));
  return Object.keys(found).length === 0 ? {} : { [field]: found };
}

function statedUnlessDefault(field: string, options: NamedOptions): StatedFields {
  const { name, ...others } = statedOptions(options);
  const isDefault = name === schemaAt(field).default && Object.keys(others).length === 0;
  return isDefault ? {} : { [field]: { name, ...others } };
}

function isSame(value: unknown, other: unknown): boolean {
  return value === other || (Array.isArray(value) && JSON.stringify(value) === JSON.stringify(other));
}

function stated(fields: StatedFields, schema: Schema): StatedFields {
  const entries = Object.entries(fields).filter(
    ([key, value]) => !isSame(value, schema.properties?.[key]?.default),
  );
  return Object.fromEntries(entries);
}
