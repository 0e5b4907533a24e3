import type { FieldSchemas } from "./field-schemas.ts";
import { isNamed, isOpen, type Entry, type Field, type NamedField } from "./tables/field.ts";
import { ENTRIES, FIELDS } from "./kinds.ts";
import type { RuleMaps } from "./rules.ts";
import type { Schema } from "./schema/schema.ts";
import { OWN_NAME } from "./tables/program.ts";
import { text } from "./tables/values.ts";

/** Fields by their dotted path, and those that the user names by a pattern of their paths. */
type Fields = Pick<Schema, "properties" | "patternProperties">;

/** Returns the schemas of the maps in which rules name fields by dotted path, options of data sets and the like among them. */
export function ruleMaps(schemas: FieldSchemas): RuleMaps {
  const fields = [...FIELDS].flatMap(([path, field]) => [[path, field] as const, ...optionsOf(path, field)]);
  const each = (schemaOf: (path: string, field: Field | NamedField) => Schema): Fields => ({
    properties: Object.fromEntries(fields.map(([path, field]) => [path, schemaOf(path, field)])),
    patternProperties: ownFields(schemaOf),
  });
  const swept = each((path, field) => schemas.property(path, field));
  const values = each((path, field) => schemas.value(path, field));
  const pattern = withKeys(
    factSchemas(schemas),
    each((path, field) => schemas.pattern(path, field)),
  );
  if (schemas.isForEditors) return { ...sharedMaps(swept, values), pattern: mapOf(pattern) };
  const settings = each((path, field) => schemas.setting(path, field));
  return {
    sweptFields: mapOf(swept),
    settings: mapOf(settings),
    inclusion: mapOf(withKeys({ name: NAME }, settings)),
    pattern: mapOf(pattern),
  };
}

/**
 * Returns the maps as editors read them: each field is explained once, where it may be an axis; single values are narrower.
 * The schemas of values come last, as editors explain a key by the first schema that has a description.
 */
function sharedMaps(
  swept: Fields,
  values: Fields,
): Record<"fields" | "setFields" | keyof Omit<RuleMaps, "pattern">, Schema> {
  const fields: Schema = { type: "object", ...swept };
  const setFields: Schema = { type: "object", allOf: [fields, values] };
  return {
    fields,
    setFields,
    sweptFields: { $ref: fields, unevaluatedProperties: false },
    settings: { $ref: setFields, unevaluatedProperties: false },
    inclusion: {
      type: "object",
      allOf: [setFields],
      properties: { name: NAME },
      unevaluatedProperties: false,
    },
  };
}

/** Returns the schemas of fields that the user names, by the pattern of their paths. */
function ownFields(schemaOf: (path: string, field: Field) => Schema): Readonly<Record<string, Schema>> {
  const groups = Object.entries<Entry>(ENTRIES).flatMap(([key, entry]) =>
    isOpen(entry)
      ? [[`^${key}\\.${OWN_NAME.slice(1)}`, schemaOf(`${key}.parameter`, entry.each)] as const]
      : [],
  );
  return Object.fromEntries(groups);
}

const NAME = { description: "What the configuration is called in tables.", examples: ["baseline"], ...text };

/** Returns the options of a field by their paths; of those with the same name, the first. */
function optionsOf(path: string, field: Field | NamedField): (readonly [path: string, field: Field])[] {
  if (!isNamed(field)) return [];
  const options = new Map<string, Field>();
  for (const named of Object.values(field.names))
    for (const [option, written] of Object.entries(named.options))
      if (!options.has(option)) options.set(option, written);
  return [...options].map(([option, written]) => [`${path}.${option}`, written]);
}

/** What patterns may ask of a configuration beside its fields. */
function factSchemas(schemas: FieldSchemas): Readonly<Record<string, Schema>> {
  const layers = schemas.read({ type: "integer", minimum: 0 });
  const several: Schema = { type: "array", minItems: 1, items: layers };
  return {
    variant: {
      description: "The name of the variant, or a list of names of which any one matches.",
      examples: ["deep", ["plain", "deep"]],
      anyOf: [text, { type: "array", minItems: 1, items: text }],
    },
    parameters: {
      description: "Weights and biases of the network, computed from its layers.",
      examples: [{ gt: 100_000 }],
      anyOf: [schemas.read({ type: "integer", minimum: 1 }), schemas.comparison],
    },
    layers: {
      description: "Number of hidden layers.",
      examples: [2, { gte: 3 }],
      anyOf: [layers, several, schemas.comparison],
    },
  };
}

function withKeys(keys: Readonly<Record<string, Schema>>, { properties, ...others }: Fields): Fields {
  return { properties: { ...keys, ...properties }, ...others };
}

function mapOf(fields: Fields): Schema {
  return { type: "object", ...fields, additionalProperties: false };
}
