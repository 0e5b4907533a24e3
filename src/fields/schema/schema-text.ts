import type { Schema } from "./schema.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Where each schema was written first, as a JSON pointer. */
type Pointers = Map<Schema, string>;

/**
 * Returns a schema as a file of JSON: what is in it several times is written once, and referred to from then on; a field
 * or definition a line, as people look for them.
 */
export function schemaText({ properties = {}, $defs = {}, ...others }: Schema): string {
  const definitions = Object.entries($defs).map(
    ([name, schema]) => [schema, `#/$defs/${escaped(name)}`] as const,
  );
  const pointers: Pointers = new Map(definitions);
  const parts = Object.entries(referredIn({ ...others }, "#", pointers)).map(([key, value]) =>
    member(key, value),
  );
  const fields = lines("properties", referredMap(properties, "#/properties", pointers));
  const isEmpty = Object.keys($defs).length === 0;
  const named = isEmpty ? [] : [lines("$defs", referredMap($defs, "#/$defs", pointers))];
  return `{\n  ${[member("$schema", DIALECT), ...parts, fields, ...named].join(",\n  ")}\n}\n`;
}

function lines(key: string, map: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(map).map(([name, value]) => `    ${member(name, value)}`);
  return `${JSON.stringify(key)}: {\n${entries.join(",\n")}\n  }`;
}

function member(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

/** Returns a reference to where a schema was written, or the schema itself, noting where. */
function referred(schema: Schema, pointer: string, pointers: Pointers): unknown {
  if (Object.keys(schema).length === 0) return true; // anything will do, and editors have nothing to say of it
  const known = pointers.get(schema) ?? pointer;
  pointers.set(schema, known);
  return known === pointer ? referredIn(schema, pointer, pointers) : { $ref: known };
}

function referredIn(schema: Schema, pointer: string, pointers: Pointers): Readonly<Record<string, unknown>> {
  const { properties, patternProperties, $ref, anyOf, allOf, additionalProperties, ...others } = schema;
  const deeper = (part: Schema, key: string): unknown => referred(part, `${pointer}/${key}`, pointers);
  const isMap = typeof additionalProperties === "object";
  const { not, items, if: condition, then, else: otherwise, ...notes } = others;
  const singles = Object.entries({ not, items, if: condition, then, else: otherwise });
  return {
    ...notes,
    ...($ref && { $ref: pointers.get($ref) }),
    ...Object.fromEntries(singles.flatMap(([key, part]) => (part ? [[key, deeper(part, key)]] : []))),
    ...(anyOf && { anyOf: anyOf.map((branch, i) => deeper(branch, `anyOf/${i}`)) }),
    ...(allOf && { allOf: allOf.map((part, i) => deeper(part, `allOf/${i}`)) }),
    ...(properties && { properties: referredMap(properties, `${pointer}/properties`, pointers) }),
    ...(patternProperties && {
      patternProperties: referredMap(patternProperties, `${pointer}/patternProperties`, pointers),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isMap
        ? deeper(additionalProperties, "additionalProperties")
        : additionalProperties,
    }),
  };
}

function referredMap(
  schemas: Readonly<Record<string, Schema>>,
  pointer: string,
  pointers: Pointers,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(schemas).map(([key, schema]) => {
    return [key, referred(schema, `${pointer}/${escaped(key)}`, pointers)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** As RFC 6901 has it. */
function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
