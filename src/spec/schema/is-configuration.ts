import { FIELDS_OF, type ExperimentKind } from "../configuration-fields.ts";
import { NAMED_FIELDS } from "../named-fields.ts";
import { branchesOf, schemaAt, valueSchema, type Schema } from "./experiment-schema.ts";
import { isValid } from "./is-valid.ts";

/** `all`: nothing is left out. `required`: what has a default may be, as a field that came later is in older data. */
export type Completeness = "all" | "required";

/** By field and name, or kind: writing a schema takes longer than using it, and there may be many records. */
const known = new Map<string, Schema>();

/** Returns whether data is a configuration: each field has one value that fits the schema, and no other field is there. */
export function isConfiguration(data: unknown, completeness: Completeness = "all"): boolean {
  if (!isMap(data)) return false;
  const kind = data["kind"] === "function" ? "function" : "network";
  const named = NAMED_FIELDS.filter((field) => data[field] !== undefined);
  return (
    isValid(fieldsSchema(kind, completeness), data) &&
    named.every((field) => isNamed(field, data[field], completeness))
  );
}

/** The fields of a kind; a name with options is any map here. */
function fieldsSchema(kind: ExperimentKind, completeness: Completeness): Schema {
  const key = `${kind} ${completeness}`;
  const schema = known.get(key) ?? writeFieldsSchema(kind, completeness);
  known.set(key, schema);
  return schema;
}

function writeFieldsSchema(kind: ExperimentKind, completeness: Completeness): Schema {
  const fields = FIELDS_OF[kind].map((path): [string, Schema] => [path, fieldSchema(path)]);
  const constant: [string, Schema][] = kind === "function" ? [["kind", { const: kind }]] : [];
  return group([...constant, ...fields], completeness);
}

function fieldSchema(path: string): Schema {
  const { default: value } = schemaAt(path);
  const schema = NAMED_FIELDS.includes(path) ? { type: "object" as const } : valueSchema(schemaAt(path));
  return value === undefined ? schema : { ...schema, default: value };
}

function isNamed(field: string, data: unknown, completeness: Completeness): boolean {
  const name = isMap(data) ? data["name"] : undefined;
  if (typeof name !== "string") return false;
  const key = `${field} ${name} ${completeness}`;
  const schema = known.get(key) ?? namedSchema(field, name, completeness);
  if (!schema) return false;
  known.set(key, schema);
  return isValid(schema, data);
}

function namedSchema(field: string, name: string, completeness: Completeness): Schema | undefined {
  const options = branchesOf(schemaAt(field)).find(({ properties }) => properties?.["name"]?.const === name);
  return options && optionsSchema(options, completeness);
}

function optionsSchema({ properties = {}, required = [] }: Schema, completeness: Completeness): Schema {
  const needs = (option: string, { default: value }: Schema): boolean =>
    required.includes(option) || (completeness === "all" && value !== undefined);
  const entries = Object.entries(properties);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([option, schema]) => [option, valueSchema(schema)])),
    required: entries.filter((entry) => needs(...entry)).map(([option]) => option),
    additionalProperties: false,
  };
}

/** Returns the schema of an object with these keys, and those of objects in it where they are dotted. */
function group(
  fields: readonly (readonly [path: string, schema: Schema])[],
  completeness: Completeness,
): Schema {
  const keys = [...new Set(fields.map(([path]) => path.split(".")[0]!))];
  const properties = keys.map((key): [string, Schema] => {
    const inner = fields
      .filter(([path]) => path.startsWith(`${key}.`))
      .map(([path, schema]) => [path.slice(key.length + 1), schema] as const);
    return [key, inner.length === 0 ? fields.find(([path]) => path === key)![1] : group(inner, completeness)];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: properties
      .filter(([, schema]) => completeness === "all" || isRequired(schema))
      .map(([key]) => key),
    additionalProperties: false,
  };
}

/** A field without a default, or an object with one in it. */
function isRequired(schema: Schema): boolean {
  return schema.required ? schema.required.length > 0 : schema.default === undefined;
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}
