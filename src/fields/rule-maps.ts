import type { FieldSchemas } from "./field-schemas.ts";
import { isNamed, isOpen, type Entry, type Field, type NamedField } from "./tables/field.ts";
import { ENTRIES, FIELDS } from "./kinds.ts";
import type { RuleMaps } from "./rules.ts";
import type { Schema } from "./schema/schema.ts";
import { OWN_NAME } from "./tables/program.ts";
import { text } from "./tables/values.ts";

/** Returns the schemas of the maps in which rules name fields by dotted path, options of data sets and the like among them. */
export function ruleMaps(schemas: FieldSchemas): RuleMaps {
  const fields = [...FIELDS].flatMap(([path, field]) => [[path, field] as const, ...optionsOf(path, field)]);
  const each = (schemaOf: (path: string, field: Field | NamedField) => Schema): Record<string, Schema> =>
    Object.fromEntries(fields.map(([path, field]) => [path, schemaOf(path, field)]));
  const settings = each((path, field) => schemas.setting(path, field));
  const own = ownFields((path, field) => schemas.setting(path, field));
  return {
    sweptFields: mapOf(
      each((path, field) => schemas.property(path, field)),
      ownFields((path, field) => schemas.property(path, field)),
    ),
    settings: mapOf(settings, own),
    inclusion: mapOf({ name: NAME, ...settings }, own),
    pattern: mapOf(
      { ...factSchemas(schemas), ...each((path, field) => schemas.pattern(path, field)) },
      ownFields((path, field) => schemas.pattern(path, field)),
    ),
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

function mapOf(
  properties: Readonly<Record<string, Schema>>,
  patternProperties: Readonly<Record<string, Schema>>,
): Schema {
  return { type: "object", properties, patternProperties, additionalProperties: false };
}
