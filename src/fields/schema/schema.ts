/** The part of JSON Schema that the schema of experiments uses. In memory, a reference is the schema that it refers to. */
export interface Schema {
  readonly $ref?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** Where a schema is published. */
  readonly $id?: string;
  readonly $comment?: string;
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  /** This keyword and the next three are only in the file that editors read: they make it smaller. */
  readonly allOf?: readonly Schema[];
  readonly unevaluatedProperties?: false;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Of keys by a pattern that each must match as a whole. */
  readonly patternProperties?: Readonly<Record<string, Schema>>;
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

/** The address of the schemas when they are published. */
export const SCHEMA_ADDRESS = "https://gridient.dev/schemas/";

export type SchemaType = "object" | "array" | "string" | "number" | "integer" | "boolean";

/** The values that fit a schema written `as const`: of a field, or of settings. */
export type ValueOf<S> = S extends { readonly const: infer Word }
  ? Word
  : S extends { readonly $ref: infer Target }
    ? ValueOf<Target>
    : S extends { readonly enum: readonly (infer Word)[] }
      ? Word
      : S extends { readonly anyOf: readonly (infer Branch)[] }
        ? ValueOf<Branch>
        : S extends { readonly items: infer Item }
          ? readonly ValueOf<Item>[]
          : S extends { readonly additionalProperties: infer Each extends Schema }
            ? Readonly<Record<string, ValueOf<Each>>>
            : S extends { readonly properties: infer Properties }
              ? MapOf<Properties, S extends { readonly required: readonly (infer Key)[] } ? Key : never>
              : S extends { readonly type: infer Type }
                ? SimpleValue<Type>
                : never;

type MapOf<Properties, Required> = {
  readonly [Key in Extract<keyof Properties, Required>]: ValueOf<Properties[Key]>;
} & { readonly [Key in Exclude<keyof Properties, Required>]?: ValueOf<Properties[Key]> };

type SimpleValue<Type> = Type extends "number" | "integer"
  ? number
  : Type extends "string"
    ? string
    : Type extends "boolean"
      ? boolean
      : never;

/** Returns the branches a schema offers, references followed; a schema without anyOf is its own only branch. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const target = dereference(schema);
  return target.anyOf ? target.anyOf.flatMap(branchesOf) : [target];
}

/** Returns the schema of a map's key; undefined where the key is not allowed. */
export function propertyOf(schema: Schema, key: string): Schema | undefined {
  const { additionalProperties } = schema;
  return (
    namedPropertyOf(schema, key) ??
    (typeof additionalProperties === "object" ? additionalProperties : undefined)
  );
}

/** Returns the schema of a key that a map names, or that has a name of the right form; undefined for any other. */
export function namedPropertyOf(
  { properties = {}, patternProperties }: Schema,
  key: string,
): Schema | undefined {
  if (Object.hasOwn(properties, key)) return properties[key];
  if (!patternProperties) return undefined;
  return Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
}

/** Returns the schema that a reference leads to, or the schema itself. */
export function dereference(schema: Schema): Schema {
  return schema.$ref ? dereference(schema.$ref) : schema;
}
