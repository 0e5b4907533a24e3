import { readFileSync } from "node:fs";
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

/** Returns the schema that a schema stands for: that of its `$ref`, or itself. */
export function dereference(schema: Schema): Schema {
  return schema.$ref === undefined
    ? schema
    : dereference(EXPERIMENT_SCHEMA.$defs![schema.$ref.split("/").at(-1)!]!);
}
