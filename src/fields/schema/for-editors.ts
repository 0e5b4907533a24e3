import type { Schema } from "./schema.ts";

/** What composing a spec replaces by the value of another field. */
export const REFERENCE: Schema = {
  description: "The value of another field, ${path}: for editors, composing puts that value in its place.",
  type: "string",
  pattern: "^\\$\\{[^{}]*\\}$",
};

/** The null by which composing deletes what extended files say. */
export const DELETION: Schema = {
  $comment:
    "null, which deletes what extended files say: for editors, and spelled so that they do not offer it.",
  not: { type: ["object", "array", "string", "number", "boolean"] },
};

const TEXTS = ["description", "examples", "default", "$comment"] as const satisfies readonly (keyof Schema)[];

/** Returns a schema that also allows a reference for each simple value in it. */
export function withReferences(schema: Schema): Schema {
  return new Widening(() => false).widened(schema, false);
}

/** Widens the schemas of one file: each once, so that what they share stays shared. */
export class Widening {
  readonly #isDone: (part: Schema) => boolean;
  readonly #ofMaps = new Map<Schema, Schema>();
  readonly #ofItems = new Map<Schema, Schema>();

  /** @param isDone Whether a part allows for references and deletions by itself. */
  constructor(isDone: (part: Schema) => boolean) {
    this.#isDone = isDone;
  }

  /**
   * Returns a schema that also allows a reference for each simple value in it, and null for what a map may leave out.
   *
   * @param isMap Whether the schema is of what extended files may have, too, and not of an item of a list: lists are
   *   replaced whole.
   */
  widened(schema: Schema, isMap: boolean): Schema {
    const known = isMap ? this.#ofMaps : this.#ofItems;
    const wide = known.get(schema) ?? this.#widen(schema, isMap);
    known.set(schema, wide);
    return wide;
  }

  #widen(schema: Schema, isMap: boolean): Schema {
    if (this.#isDone(schema)) return schema;
    if (schema.$ref) return isSimple(schema.$ref) ? withBranch(schema, REFERENCE) : schema;
    const { properties, patternProperties, additionalProperties, items, anyOf, required = [] } = schema;
    if (anyOf) {
      const branches = anyOf.map((branch) => this.widened(branch, isMap));
      return {
        ...schema,
        anyOf: [...new Set(branches.flatMap((branch) => bareBranches(branch) ?? [branch]))],
      };
    }
    if (items) return { ...schema, items: this.widened(items, false) };
    if (typeof additionalProperties === "object")
      return { ...schema, additionalProperties: this.#deletable(additionalProperties, isMap) };
    if (patternProperties && !properties)
      return {
        ...schema,
        patternProperties: mapped(patternProperties, (part) => this.#deletable(part, isMap)),
      };
    if (!properties) return isSimple(schema) ? withBranch(schema, REFERENCE) : schema;
    const entries = Object.entries(properties).map(([key, part]): [string, Schema] => {
      return [key, required.includes(key) ? this.widened(part, isMap) : this.#deletable(part, isMap)];
    });
    return { ...schema, properties: Object.fromEntries(entries) };
  }

  #deletable(schema: Schema, isMap: boolean): Schema {
    const wide = this.widened(schema, isMap);
    if (!isMap) return wide;
    return this.#isDone(schema) ? { anyOf: [wide, DELETION] } : withBranch(wide, DELETION);
  }
}

function mapped<Value>(
  map: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** Returns a schema that allows one thing more. */
function withBranch(schema: Schema, branch: Schema): Schema {
  const { texts, bare } = split(schema);
  const branches = bare.anyOf ?? [bare];
  return { ...texts, anyOf: [...branches, branch] };
}

/** Parts of a schema that are notes, apart from what it allows. */
function split(schema: Schema): { texts: Schema; bare: Schema } {
  const entries = Object.entries(schema);
  const isText = ([key]: [string, unknown]): boolean => TEXTS.some((text) => text === key);
  return {
    texts: Object.fromEntries(entries.filter(isText)),
    bare: Object.fromEntries(entries.filter((entry) => !isText(entry))),
  };
}

function bareBranches({ anyOf, ...others }: Schema): readonly Schema[] | undefined {
  return Object.keys(others).length === 0 ? anyOf : undefined;
}

/** Any text may be one that looks like a reference; a map is no simple value, and editors indent it wrongly as a branch. */
function isSimple({ type, enum: words, const: word }: Schema): boolean {
  return (
    type !== "string" &&
    type !== "object" &&
    (type !== undefined || words !== undefined || word !== undefined)
  );
}
