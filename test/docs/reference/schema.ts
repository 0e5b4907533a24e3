import { readFileSync } from "node:fs";

/** What this page needs of a JSON Schema. */
export interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export const SCHEMA = JSON.parse(
  readFileSync(new URL("../../../schemas/experiment.schema.json", import.meta.url), "utf8"),
) as Schema;

/** Returns a schema with that which it refers to. */
export function resolved({ $ref, ...schema }: Schema): Schema {
  return $ref === undefined ? schema : { ...resolved(at($ref)), ...schema };
}

/** Returns the schema at a JSON pointer into the file, whose keys need no escapes. */
function at(pointer: string): Schema {
  const keys = pointer.split("/").slice(1);
  return keys.reduce<unknown>((part, key) => Reflect.get(part as object, key), SCHEMA) as Schema;
}

/** Returns the branches of a value that people write: without references to other fields and null, which deletes. */
export function branchesOf(schema: Schema): readonly Schema[] {
  return (resolved(schema).anyOf ?? [resolved(schema)])
    .filter(({ $ref }) => !/\/(reference|deletion)$/.test($ref ?? ""))
    .map(resolved);
}

/** Whether several values make an axis: the branches of such a field are the value, a list of it, `values`, ... */
export function isAxis(schema: Schema): boolean {
  return branchesOf(schema).some(({ properties }) => Object.hasOwn(properties ?? {}, "values"));
}

/** Returns the schema of one value of a field. */
export function valueOf(schema: Schema): Schema {
  return isAxis(schema) ? resolved(resolved(schema).anyOf![0]!) : resolved(schema);
}

/** Returns in words what a value may be: "an integer from 1 to 100000", "`none`, `balanced` or a list of numbers above 0". */
export function typeText(schema: Schema): string {
  const texts = branchesOf(schema).flatMap(wordsFor);
  const unique = [...new Set(texts)];
  return unique.length < 2 ? unique.join("") : `${unique.slice(0, -1).join(", ")} or ${unique.at(-1)}`;
}

function wordsFor(schema: Schema): string[] {
  if (schema.anyOf) return branchesOf(schema).flatMap(wordsFor);
  if (schema.const !== undefined) return [code(schema.const)];
  if (schema.enum) return schema.enum.length > 12 ? ["a [metric](metrics.md)"] : schema.enum.map(code);
  if (schema.type === "array") return [listText(schema)];
  if (schema.type === "integer" || schema.type === "number") return [numberText(schema)];
  if (schema.type === "boolean") return ["`true`", "`false`"];
  return schema.type === "string" ? ["text"] : ["a map"];
}

function listText({ items }: Schema): string {
  const [word, ...others] = items ? branchesOf(items).flatMap(wordsFor) : [];
  if (word === undefined || others.length > 0) return `a list of words`;
  return `a list, each item ${word}`;
}

function numberText(schema: Schema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const word = schema.type === "integer" ? "an integer" : "a number";
  const isHuge = maximum === Number.MAX_SAFE_INTEGER;
  if (minimum !== undefined && maximum !== undefined && !isHuge)
    return `${word} from ${minimum} to ${maximum}`;
  const bounds = [
    minimum !== undefined && `of at least ${minimum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    exclusiveMaximum !== undefined && `below ${exclusiveMaximum}`,
    maximum !== undefined && !isHuge && `of at most ${maximum}`,
  ].filter((bound) => bound !== false);
  return [word, bounds.join(" and ")].filter(Boolean).join(" ");
}

/** Returns data as one line of YAML, in code. */
export function code(data: unknown): string {
  return `\`${flow(data)}\``;
}

function flow(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(flow).join(", ")}]`;
  if (typeof data === "object" && data !== null) {
    return `{${Object.entries(data)
      .map(([key, value]) => `${key}: ${flow(value)}`)
      .join(", ")}}`;
  }
  return String(data);
}
