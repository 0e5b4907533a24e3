import { namedPropertyOf, type Schema, type SchemaType } from "./schema.ts";

/** Says whether data is valid by a schema, or by one keyword of it. */
type Judge = (data: unknown) => boolean;

/** Notes, and parts of other keywords. */
type Note = "$defs" | "$id" | "$comment" | "description" | "default" | "examples" | "then" | "else";
/** Only in the file that editors read. */
type ForEditors = "allOf" | "unevaluatedProperties" | "minProperties" | "maxProperties";

/** The keywords by which data is judged. */
type Name = Exclude<keyof Schema, Note | ForEditors>;

/** Makes the judge of each keyword from its value and the schema around it. */
const KEYWORDS: {
  readonly [Keyword in Name]: (value: NonNullable<Schema[Keyword]>, schema: Schema) => Judge;
} = {
  $ref: later,
  anyOf: (branches) => {
    const judges = branches.map(later);
    return (data) => judges.some((fits) => fits(data));
  },
  not: (schema) => {
    const fits = later(schema);
    return (data) => !fits(data);
  },
  type: (types) => {
    const fits = (typeof types === "string" ? [types] : types).map((type) => TYPES[type]);
    return (data) => fits.some((isOfType) => isOfType(data));
  },
  pattern: (pattern) => {
    const expression = new RegExp(pattern, "u");
    return (data) => typeof data !== "string" || expression.test(data);
  },
  const: (word) => (data) => data === word,
  enum: (words) => (data) => words.some((word) => word === data),
  minimum: (least) => (data) => typeof data !== "number" || data >= least,
  exclusiveMinimum: (bound) => (data) => typeof data !== "number" || data > bound,
  maximum: (most) => (data) => typeof data !== "number" || data <= most,
  exclusiveMaximum: (bound) => (data) => typeof data !== "number" || data < bound,
  minItems: (least) => (data) => !Array.isArray(data) || data.length >= least,
  // Items are compared as words are: only lists of words must be free of repetition.
  uniqueItems: (isAsked) => (data) => !isAsked || !Array.isArray(data) || new Set(data).size === data.length,
  items: (schema) => {
    const fits = later(schema);
    return (data) => !Array.isArray(data) || data.every(fits);
  },
  properties: (schemas) => {
    const judges = Object.entries(schemas).map(([key, schema]) => [key, later(schema)] as const);
    return (data) =>
      !isMap(data) || judges.every(([key, fits]) => data[key] === undefined || fits(data[key]));
  },
  required: (keys) => (data) => !isMap(data) || keys.every((key) => data[key] !== undefined),
  patternProperties: (_, schema) => {
    const fits = (key: string, value: unknown): boolean => {
      const property = namedPropertyOf(schema, key);
      return property === undefined || isValid(property, value);
    };
    return (data) => !isMap(data) || Object.entries(data).every(([key, value]) => fits(key, value));
  },
  additionalProperties: (rule, schema) => {
    const fits = typeof rule === "boolean" ? () => rule : later(rule);
    return (data) =>
      !isMap(data) || Object.keys(data).every((key) => namedPropertyOf(schema, key) || fits(data[key]));
  },
  if: (condition, { then = {}, else: otherwise = {} }) => {
    const holds = later(condition);
    const [whenTrue, whenFalse] = [later(then), later(otherwise)];
    return (data) => (holds(data) ? whenTrue(data) : whenFalse(data));
  },
};

const TYPES: Readonly<Record<SchemaType, Judge>> = {
  object: isMap,
  array: Array.isArray,
  string: (data) => typeof data === "string",
  number: Number.isFinite,
  integer: Number.isInteger,
  boolean: (data) => typeof data === "boolean",
};

const PARTS: readonly string[] = [
  "items",
  "properties",
  "patternProperties",
  "required",
  "additionalProperties",
  "if",
];
const NAMES = Object.keys(KEYWORDS) as Name[]; // the table has no others
const OWN_NAMES = NAMES.filter((name) => !PARTS.includes(name));

const wholes = new WeakMap<Schema, Judge>();
const owns = new WeakMap<Schema, Judge>();

/**
 * Returns whether data is valid by the schema or one of its parts. Answers as Ajv does: a test compares them. But Ajv
 * writes and compiles code for each part, which takes longer than everything else that reading a spec needs.
 */
export function isValid(schema: Schema, data: unknown): boolean {
  return judgeOf(schema, NAMES, wholes)(data);
}

/** Returns whether data is valid by what a branch says of the value itself, without its keys and items. */
export function isValidItself(branch: Schema, data: unknown): boolean {
  return judgeOf(branch, OWN_NAMES, owns)(data);
}

/** A schema refers to many others: the judge of each is made when it is first asked. */
function later(schema: Schema): Judge {
  return (data) => isValid(schema, data);
}

function judgeOf(schema: Schema, names: readonly Name[], cache: WeakMap<Schema, Judge>): Judge {
  const known = cache.get(schema);
  if (known) return known;
  const judges = names.flatMap((name) => judgeOfKeyword(name, schema[name], schema) ?? []);
  const judge: Judge = (data) => judges.every((fits) => fits(data));
  cache.set(schema, judge);
  return judge;
}

function judgeOfKeyword<Keyword extends Name>(
  name: Keyword,
  value: Schema[Keyword],
  schema: Schema,
): Judge | undefined {
  return value === undefined ? undefined : KEYWORDS[name](value, schema);
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
