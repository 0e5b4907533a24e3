import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** The part of JSON Schema that experiment.schema.json uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: "object" | "array" | "string" | "number" | "integer";
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** The single source of truth about what an experiment's file may hold; the path fits src/ and dist/ alike. */
export const EXPERIMENT_SCHEMA: Schema = JSON.parse(
  readFileSync(new URL("../../schemas/experiment.schema.json", import.meta.url), "utf8"),
) as Schema;

const ajv = new Ajv2020({ strict: true });
const validators = new WeakMap<Schema, ValidateFunction>();

/** Returns whether data is valid by the schema or one of its parts. */
export function isValid(schema: Schema, data: unknown): boolean {
  let validate = validators.get(schema);
  if (!validate) {
    validate = ajv.compile({ ...schema, $defs: EXPERIMENT_SCHEMA.$defs });
    validators.set(schema, validate);
  }
  return validate(data);
}

/** Returns the branches a schema offers, references followed; a schema without anyOf is its own only branch. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const target = dereference(schema);
  return target.anyOf ? target.anyOf.flatMap(branchesOf) : [target];
}

/** Returns the schema of a map's key; undefined where the key is not allowed, whatever it is called. */
export function propertyOf({ properties = {} }: Schema, key: string): Schema | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** Returns the schema that the value of a field has when it is no axis. */
export function valueSchema(field: Schema): Schema {
  const { anyOf } = dereference(field);
  const isAxisField = anyOf?.some(({ properties }) => properties?.["values"]);
  return anyOf && isAxisField ? dereference(anyOf[0]!) : dereference(field);
}

/** Returns the schema at a dotted path of fields, such as `architecture.hidden`. */
export function schemaAt(path: string): Schema {
  return path.split(".").reduce((schema, key) => dereference(schema).properties![key]!, EXPERIMENT_SCHEMA);
}

/** Returns the schema of the data set of that name: an object with its options. */
export function datasetSchema(name: string): Schema {
  return EXPERIMENT_SCHEMA.$defs![name]!;
}

function dereference(schema: Schema): Schema {
  return schema.$ref === undefined
    ? schema
    : dereference(EXPERIMENT_SCHEMA.$defs![schema.$ref.split("/").at(-1)!]!);
}
