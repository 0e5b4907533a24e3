import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import { packageFile } from "../../files/package-file.ts";

/** The part of JSON Schema that experiment.schema.json uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly not?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

const FOR_EDITORS: ReadonlySet<string> = new Set(["#/$defs/reference", "#/$defs/deletion"]);

/** The single source of truth about what an experiment's file may hold once it is composed. */
export const EXPERIMENT_SCHEMA: Schema = JSON.parse(
  readFileSync(packageFile("schemas/experiment.schema.json"), "utf8"),
  asComposed,
) as Schema;

const ajv = new Ajv2020({ strict: true, validateSchema: false }); // a test validates it, once for all
const validators = new WeakMap<Schema, ValidateFunction>();
const PART_KEYWORDS = new Set([
  "items",
  "properties",
  "required",
  "additionalProperties",
  "if",
  "then",
  "else",
]);
const ownValidators = new WeakMap<Schema, ValidateFunction>();

/** Returns whether data is valid by the schema or one of its parts. */
export function isValid(schema: Schema, data: unknown): boolean {
  const own = () => (hasReferences(schema) ? { ...schema, $defs: EXPERIMENT_SCHEMA.$defs } : schema);
  return validatorOf(schema, validators, own)(data);
}

/**
 * Returns whether data is valid by what a branch says of the value itself, whatever it says of keys and items.
 * Compiling only what a spec uses takes a tenth of the time that the whole schema takes.
 */
export function isValidItself(branch: Schema, data: unknown): boolean {
  const own = () =>
    Object.fromEntries(Object.entries(branch).filter(([keyword]) => !PART_KEYWORDS.has(keyword)));
  return validatorOf(branch, ownValidators, own)(data);
}

/** Returns the branches a schema offers, references followed; a schema without anyOf is its own only branch. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const target = dereference(schema);
  return target.anyOf ? target.anyOf.flatMap(branchesOf) : [target];
}

/** Returns the schema of a map's key; undefined where the key is not allowed, whatever it is called. */
export function propertyOf(
  { properties = {}, additionalProperties }: Schema,
  key: string,
): Schema | undefined {
  if (Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
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

/** Returns the schema of a field of rules by its dotted path, axes allowed: `architecture.hidden`, `dataset.noise`. */
export function sweptSchema(path: string): Schema {
  return EXPERIMENT_SCHEMA.$defs!["sweptFields"]!.properties![path]!;
}

/** Returns the schema of the data set or optimizer of that name: an object with its options. */
export function optionsSchema(name: string): Schema {
  return EXPERIMENT_SCHEMA.$defs![name]!;
}

/** Takes out the branches for editors: composing has followed `${path}`, and deleted by `null`. */
function asComposed(key: string, node: unknown): unknown {
  if (key === "anyOf") return (node as Schema[]).filter(({ $ref = "" }) => !FOR_EDITORS.has($ref));
  if (typeof node !== "object" || node === null || !("anyOf" in node)) return node;
  const { anyOf, ...rest } = node as { anyOf: Schema[] };
  return anyOf.length === 1 ? { ...rest, ...anyOf[0] } : node;
}

function validatorOf(
  schema: Schema,
  cache: WeakMap<Schema, ValidateFunction>,
  write: () => AnySchemaObject,
): ValidateFunction {
  const known = cache.get(schema) ?? ajv.compile(write());
  cache.set(schema, known);
  return known;
}

/** Returns a small schema that says the same without references: it compiles without all that it does not use. */
export function withoutReferences(schema: Schema): Schema {
  const follow = (_: string, node: unknown): unknown => {
    if (typeof node !== "object" || node === null || !("$ref" in node)) return node;
    const { $ref: __, ...rest } = node as Schema;
    return { ...withoutReferences(dereference(node as Schema)), ...rest };
  };
  return JSON.parse(JSON.stringify(schema), follow) as Schema;
}

function hasReferences(schema: Schema): boolean {
  return JSON.stringify(schema).includes('"$ref":');
}

function dereference(schema: Schema): Schema {
  return schema.$ref === undefined
    ? schema
    : dereference(EXPERIMENT_SCHEMA.$defs![schema.$ref.split("/").at(-1)!]!);
}
