import { FIELDS_OF } from "../configuration-fields.ts";
import {
  EXPERIMENT_SCHEMA,
  isValid,
  optionsSchema,
  schemaAt,
  valueSchema,
  type Schema,
} from "./experiment-schema.ts";

/** Fields that are a name with options. */
const NAMED = ["dataset", "optimizer", "schedule"];

/** By the names in a configuration: compiling what these alone need takes a tenth of the time of the whole schema. */
const known = new Map<string, Schema>();

/** Returns whether data is a whole configuration that trains a network: each field has one value, and no other is there. */
export function isConfiguration(data: Readonly<Record<string, unknown>>): boolean {
  const names = new Map(NAMED.map((field) => [field, nameIn(data[field])]));
  if (![...names.values()].every(isKnown)) return false;
  const key = [...names.values()].join();
  const schema = known.get(key) ?? group(FIELDS_OF.network, (path) => fieldSchema(path, names.get(path)));
  known.set(key, schema);
  return isValid(schema, data);
}

function nameIn(value: unknown): string {
  return String((value as { readonly name?: unknown } | null | undefined)?.name);
}

/** Whether the schema has options of that name, and not something else. */
function isKnown(name: string): boolean {
  return (
    Object.hasOwn(EXPERIMENT_SCHEMA.$defs!, name) && optionsSchema(name).properties?.["name"]?.const === name
  );
}

function fieldSchema(path: string, name: string | undefined): Schema {
  if (name === undefined) return valueSchema(schemaAt(path));
  const { properties = {}, required = [] } = optionsSchema(name);
  const options = group(Object.keys(properties), (option) => valueSchema(properties[option]!));
  const isThere = (option: string): boolean =>
    properties[option]!.default !== undefined || required.includes(option);
  return { ...options, required: Object.keys(properties).filter(isThere) };
}

/** Returns the schema of an object with all these keys, and those of objects in it where they are dotted. */
function group(paths: readonly string[], schemaOf: (path: string) => Schema): Schema {
  const keys = [...new Set(paths.map((path) => path.split(".")[0]!))];
  const properties = keys.map((key) => {
    const inner = paths
      .filter((path) => path.startsWith(`${key}.`))
      .map((path) => path.slice(key.length + 1));
    return [key, inner.length === 0 ? schemaOf(key) : group(inner, (path) => schemaOf(`${key}.${path}`))];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties) as Record<string, Schema>,
    required: keys,
    additionalProperties: false,
  };
}
