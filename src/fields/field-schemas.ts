import { isNamed, isRequired, type Field, type NamedField, type NamedValue } from "./tables/field.ts";
import { DELETION, withReferences } from "./schema/for-editors.ts";
import { branchesOf, type Schema } from "./schema/schema.ts";
import { VALUE_RANGE } from "./tables/value-range.ts";
import * as values from "./tables/values.ts";

type AnyField = Field | NamedField;

const NAMES: ReadonlyMap<Schema, string> = new Map(
  Object.entries(values).map(([name, schema]): [Schema, string] => [schema, name]),
);

const COMPARISON = comparison();

/** Makes the schemas that a field has where it may be an axis, has one value, or is to be matched: each once. */
export class FieldSchemas {
  /** Those that have a name, by it. */
  readonly named = new Map<string, Schema>();
  readonly #properties = new Map<AnyField, Schema>();
  readonly #settings = new Map<AnyField, Schema>();
  readonly #lists = new Map<Schema, Schema>();
  readonly #patterns = new Map<AnyField, Schema>();
  readonly #names = new Map<Schema, string>(NAMES);
  readonly isForEditors: boolean;

  /** @param isForEditors Whether they also allow what is gone once a spec is composed: `${path}`, and a null that deletes. */
  constructor(isForEditors: boolean) {
    this.isForEditors = isForEditors;
  }

  /** Returns the schema of a field where it may be an axis. */
  property(path: string, field: AnyField): Schema {
    return remembered(this.#properties, field, () => ({
      ...textsOf(field),
      examples: axisExamples(field),
      $ref: this.#axis(path, field),
    }));
  }

  /** Returns the schema of a field where a rule gives it one value. */
  setting(path: string, field: AnyField): Schema {
    const { description, examples } = field;
    return remembered(this.#settings, field, () => ({
      description,
      examples: examples.slice(0, 1),
      $ref: this.value(path, field),
    }));
  }

  /** Returns the schema of a field where values of it are to be matched. */
  pattern(path: string, field: AnyField): Schema {
    return remembered(this.#patterns, field, () => ({
      description: field.description,
      examples: patternExamples(field),
      $ref: this.#match(path, field),
    }));
  }

  /** Returns the schema of one value of a field. */
  value(path: string, field: AnyField): Schema {
    if (!isNamed(field)) return this.#share(this.#nameOf(path, field.value), () => this.read(field.value));
    const bare = Object.entries(field.names).filter(
      ([, { options }]) => !Object.values(options).some(isRequired),
    );
    const word = this.#share(`${path}Name`, () => ({ enum: bare.map(([name]) => name) }));
    return this.#share(path, () => ({
      anyOf: [word, ...Object.entries(field.names).map((entry) => this.#namedValue(path, field.noun, entry))],
    }));
  }

  /** The schema of a map of bounds, by which patterns compare numbers. */
  get comparison(): Schema {
    return this.#share("comparison", () => this.read(COMPARISON));
  }

  #namedValue(
    path: string,
    noun: string,
    [name, { description, options, isUnnamed = false }]: [string, NamedValue],
  ): Schema {
    const entries = Object.entries(options);
    const required = entries.flatMap(([option, field]) => (isRequired(field) ? option : []));
    return this.#share(name, () => ({
      type: "object",
      description,
      properties: {
        name: { const: name, description: `The ${noun}'s name.`, examples: [name] },
        ...Object.fromEntries(
          entries.map(([option, field]) => [option, this.property(`${path}.${option}`, field)]),
        ),
      },
      required: [...(isUnnamed ? [] : ["name"]), ...required],
      additionalProperties: false,
    }));
  }

  #axis(path: string, field: AnyField): Schema {
    const value = this.value(path, field);
    return this.#share(`${this.#keyOf(path, field)}Field`, () => {
      const list = this.#list(value);
      return {
        anyOf: [
          value,
          list,
          ...this.#wrapped(value, list),
          ...(isNumeric(value) ? [this.#share("valueRange", () => this.read(VALUE_RANGE))] : []),
          ...(this.isForEditors ? [DELETION] : []),
        ],
      };
    });
  }

  #match(path: string, field: AnyField): Schema {
    const value = this.value(path, field);
    return this.#share(`${this.#keyOf(path, field)}Match`, () => ({
      anyOf: [
        value,
        this.#list(value),
        ...(isNumeric(value) ? [this.comparison] : []),
        ...(isOnlyNumeric(value) ? [] : [onlyKey("ne", otherThan(value, field))]),
      ],
    }));
  }

  /** The values of an axis, or one value, below a key; editors read both forms as one. */
  #wrapped(value: Schema, list: Schema): Schema[] {
    const [values, single] = [onlyKey("values", list), onlyKey("value", value)];
    if (!this.isForEditors) return [values, single];
    const properties = { ...values.properties, ...single.properties };
    return [{ type: "object", properties, additionalProperties: false, minProperties: 1, maxProperties: 1 }];
  }

  /** Several values: of an axis, or of which any fits. */
  #list(value: Schema): Schema {
    return remembered(this.#lists, value, () => ({ type: "array", minItems: 1, items: value }));
  }

  #keyOf(path: string, field: AnyField): string {
    return isNamed(field) ? path : this.#nameOf(path, field.value);
  }

  /** What only one field has is called as the field is: by its last word, where no other is called so. */
  #nameOf(path: string, value: Schema): string {
    return remembered(this.#names, value, () => {
      const word = path.split(".").at(-1)!;
      return this.named.has(word) ? path : word;
    });
  }

  /** Returns the schema of a value that is written in a file. */
  read(schema: Schema): Schema {
    return this.isForEditors ? withReferences(schema) : schema;
  }

  /** Returns the schema of what extended files may have and a file delete. */
  deletable(schema: Schema): Schema {
    return this.isForEditors ? { anyOf: [schema, DELETION] } : schema;
  }

  #share(name: string, make: () => Schema): Schema {
    return remembered(this.named, name, make);
  }
}

/** Returns what is remembered of a key, made when it is first asked for. */
function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function textsOf({ description, default: value }: AnyField): Pick<Schema, "description" | "default"> {
  return value === undefined ? { description } : { description, default: value };
}

function axisExamples(field: AnyField): readonly unknown[] {
  const { examples, axes } = field;
  if (axes) return [...examples, ...axes];
  // Of a text, editors insert the only example.
  return "value" in field && field.value.type === "string" ? examples.slice(0, 1) : [examples[0], examples];
}

/** A value, a list of which any fits, and a bound where there are numbers. */
function patternExamples(field: AnyField): unknown[] {
  const [first] = field.examples;
  const bound = typeof first === "number" ? [{ gte: first }] : [];
  return [first, field.examples, ...bound];
}

function otherThan(value: Schema, { examples }: AnyField): Schema {
  return { description: "Any other value than this one.", examples: examples.slice(0, 1), $ref: value };
}

function onlyKey(key: string, schema: Schema): Schema {
  return { type: "object", properties: { [key]: schema }, required: [key], additionalProperties: false };
}

/** Returns whether values are numbers first of all, which ranges may give, and bounds divide. */
function isNumeric(value: Schema): boolean {
  const type = branchesOf(value)[0]?.type;
  return type === "number" || type === "integer";
}

/** Returns whether all that a value may be besides numbers is compared as a number, too: `batchSize: full`. */
function isOnlyNumeric(value: Schema): boolean {
  return isNumeric(value) && !branchesOf(value).some(({ type }) => type === "string" || type === "boolean");
}

function comparison(): Schema {
  const texts = {
    gt: "Above this number.",
    gte: "At least this number.",
    lt: "Below this number.",
    lte: "At most this number.",
    ne: "Any other number than this one.",
  };
  const bounds = Object.entries(texts).map(([key, description]): [string, Schema] => {
    return [key, { description, examples: [0.5], type: "number" }];
  });
  return { type: "object", properties: Object.fromEntries(bounds), additionalProperties: false };
}
