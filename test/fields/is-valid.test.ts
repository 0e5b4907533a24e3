import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { branchesOf, type Schema } from "../../src/fields/schema/schema.ts";
import { EXPERIMENT_SCHEMA } from "../../src/fields/experiment-schema.ts";
import { schemaText } from "../../src/fields/schema/schema-text.ts";
import { isValid, isValidItself } from "../../src/fields/schema/is-valid.ts";
import { FUZZ_RUNS } from "../support/fuzz-runs.ts";

const ID = "https://example.org/experiment";
const NOTES = ["description", "$comment", "$schema", "default", "examples"];
const JUDGED =
  "$ref anyOf not type const enum minimum exclusiveMinimum maximum exclusiveMaximum minItems uniqueItems items " +
  "pattern properties patternProperties required additionalProperties if then else $defs";
const OF_PARTS = [
  "items",
  "properties",
  "patternProperties",
  "required",
  "additionalProperties",
  "if",
  "then",
  "else",
];

const ajv = new Ajv2020({
  strict: true,

  validateSchema: false,
  schemas: [{ ...(JSON.parse(schemaText(EXPERIMENT_SCHEMA)) as object), $id: ID }],
});
const defs = Object.entries(EXPERIMENT_SCHEMA.$defs!);
const parts: readonly (readonly [name: string, schema: Schema, pointer: string])[] = [
  ...defs.map(([name, schema]) => [name, schema, `${ID}#/$defs/${name}`] as const),
  ...Object.entries(EXPERIMENT_SCHEMA.properties!).map(
    ([name, schema]) => [`the field ${name}`, schema, `${ID}#/properties/${name}`] as const,
  ),
  ["a whole spec", EXPERIMENT_SCHEMA, ID],
];

/** Returns every schema in a schema, itself included. */
function schemasIn(schema: Schema): Schema[] {
  const {
    properties = {},
    patternProperties = {},
    $defs = {},
    anyOf = [],
    items,
    not,
    if: condition,
    then,
    else: otherwise,
  } = schema;
  const { additionalProperties: others } = schema;
  const inside = [
    ...Object.values(properties),
    ...Object.values(patternProperties),
    ...Object.values($defs),
    ...anyOf,
  ];
  const single = [items, not, condition, then, otherwise, others];
  const all = [...inside, ...single].filter((part) => typeof part === "object");
  return [schema, ...all.flatMap(schemasIn)];
}

/** What the schema shows, as what is nearly right finds more differences than what is at random. */
const shown = [
  ...new Set(
    schemasIn(EXPERIMENT_SCHEMA).flatMap(({ examples = [], default: value, enum: words = [], const: word }) =>
      [...examples, ...words, value, word, { name: word }].map((one) => JSON.stringify(one) ?? "null"),
    ),
  ),
].map((text) => JSON.parse(text) as unknown);
/** Whole specs, with each of their fields and without it. */
const specs = [
  { dataset: "moons", architecture: { hidden: [3] }, eta: 1, epochs: 2 },
  { kind: "function", function: "bowl", start: [1, 1], eta: 0.1, steps: 3 },
  { sweep: [{ eta: 0.1 }] },
  { extends: "a.yaml" },
].flatMap((spec) => [spec, ...Object.keys(spec).map((key) => ({ ...spec, [key]: undefined }))]);
/** Lists that say everything twice. */
const repeated = shown.filter((one) => Array.isArray(one)).map((one) => [...one, ...one] as unknown);
const keys = [
  ...new Set(schemasIn(EXPERIMENT_SCHEMA).flatMap(({ properties = {} }) => Object.keys(properties))),
];
const bounds = schemasIn(EXPERIMENT_SCHEMA).flatMap(
  ({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) =>
    [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((bound) => bound !== undefined),
);

const leaf = fc.oneof(
  fc.constantFrom(...shown),
  fc.constantFrom(...bounds),
  fc.constantFrom(...bounds).map((bound) => bound + 0.5),
  fc.constantFrom(0, -0, -1, NaN, Infinity, true, null, undefined, "", "toString", "__proto__"),
);
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...keys) },
  fc.constantFrom("toString", "__proto__", ""),
);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    // One that the schema shows with a key added or changed.
    fc
      .tuple(fc.constantFrom(...shown), key, tie("value"))
      .map(([one, name, value]) => (isMap(one) ? { ...one, [name]: value } : [one, value])),
  ),
}));

function isMap(data: unknown): data is object {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Judges data by all parts of the schema, and returns the names of those where Ajv answers otherwise. */
function differences(data: unknown, judges: readonly (readonly [string, Judge, Judge])[]): string[] {
  return judges.filter(([, ours, theirs]) => ours(data) !== theirs(data)).map(([name]) => name);
}

type Judge = (data: unknown) => boolean;

describe("isValid()", () => {
  const judges = parts.map(([name, schema, pointer]) => {
    const theirs = ajv.compile({ $ref: pointer });
    return [name, (data: unknown) => isValid(schema, data), (data: unknown) => theirs(data)] as const;
  });

  test("answers as Ajv does, for what the schema shows and every part of it", () => {
    for (const data of [...shown, ...specs, ...repeated])
      expect({ data, differences: differences(data, judges) }).toEqual({ data, differences: [] });
  });

  test("answers as Ajv does, for anything", () => {
    fc.assert(
      fc.property(anything, (data) => {
        expect(differences(data, judges)).toEqual([]);
      }),
      FUZZ_RUNS,
    );
  });

  test("knows every keyword of the schema", () => {
    const used = new Set(schemasIn(EXPERIMENT_SCHEMA).flatMap((schema) => Object.keys(schema)));
    expect([...used].filter((name) => ![...NOTES, ...JUDGED.split(" ")].includes(name))).toEqual([]);
  });
});

describe("isValidItself()", () => {
  const branches = [...new Set(parts.flatMap(([, schema]) => branchesOf(schema)))];
  /** Only asked of a list whose items fit: those of the one list without repetition are words. */
  const isAsked = ({ uniqueItems = false }: Schema, data: unknown): boolean =>
    !uniqueItems || !Array.isArray(data) || data.every((item) => typeof item === "string");
  const judges = branches.map((branch) => {
    const own = Object.fromEntries(Object.entries(branch).filter(([name]) => !OF_PARTS.includes(name)));
    const theirs = ajv.compile(own);
    return [
      JSON.stringify(own),
      (data: unknown) => isAsked(branch, data) && isValidItself(branch, data),
      (data: unknown) => isAsked(branch, data) && theirs(data),
    ] as const;
  });

  test("answers as Ajv does on the keywords that are not about keys and items", () => {
    fc.assert(
      fc.property(anything, (data) => {
        expect(differences(data, judges)).toEqual([]);
      }),
      FUZZ_RUNS,
    );
  });
});
