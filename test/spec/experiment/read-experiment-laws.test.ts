import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { explainMismatch } from "../../../src/spec/fields/messages/explain-mismatch.ts";
import { schemaText } from "../../../src/fields/schema/schema-text.ts";
import { EXPERIMENT_SCHEMA } from "../../../src/fields/experiment-schema.ts";
import { parseYaml } from "../../../src/spec/document/yaml/parse-yaml.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { toData } from "../../../src/spec/spec-node.ts";
import { FUZZ_RUNS } from "../../support/fuzz-runs.ts";
import { expectAnswer as expectLocated } from "../expect-answer.ts";
import { RULED_SPEC, VALID_SPEC } from "../valid-spec.ts";

const SPECS = [VALID_SPEC, RULED_SPEC];
const isValid = new Ajv2020({
  strict: true,
  validateSchema: false,
}).compile(JSON.parse(schemaText(EXPERIMENT_SCHEMA)) as object);

/** Asserts contract 4, and that Ajv agrees. */
function expectAnswer(text: string): void {
  expectLocated(text);
  expectSameAsAjv(text);
}

/** Asserts that explaining branch by branch finds a mismatch exactly where Ajv, on the whole schema, finds one. */
function expectSameAsAjv(text: string): void {
  const { root } = parseYaml(text, "fuzz.yaml");
  if (!root) return;
  const findings = explainMismatch(root, EXPERIMENT_SCHEMA, "");
  expect(findings.length === 0).toBe(isValid(toData(root)));
}

test("readExperiment() answers any text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: yamlish() })), expectAnswer),
    FUZZ_RUNS,
  );
});

test("readExperiment() answers any change to a valid spec", () => {
  const snippets = [
    "*a",
    "&a",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "#",
    "'",
    '"',
    "\n",
    "1e999",
    ".nan",
    "null",
    "!!str ",
    "\t",
    "__proto__: 1",
    "values",
    "<<: *a",
    "<<: {eta: 3}",
    "${eta}",
    "extends: fuzz.yaml\n",
    "sweep:",
    "0x1F",
    "99999999999999999999",
  ];
  const edit = fc.record({
    at: fc.nat(RULED_SPEC.length),
    remove: fc.oneof(fc.constant(0), fc.nat(12)),
    insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: "binary", maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.constantFrom(...SPECS), fc.array(edit, { minLength: 1, maxLength: 3 }), (spec, edits) => {
      let text = spec;
      for (const { at, remove, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + remove);
      expectAnswer(text);
    }),
    FUZZ_RUNS,
  );
});

test("readExperiment() answers deleted, doubled and swapped lines", () => {
  const index = fc.nat(30);
  fc.assert(
    fc.property(
      fc.constantFrom(...SPECS),
      fc.constantFrom("delete", "double", "swap"),
      index,
      index,
      (spec, change, i, j) => {
        const lines = spec.trimEnd().split("\n");
        const [a, b] = [i % lines.length, j % lines.length];
        if (change === "delete") lines.splice(a, 1);
        if (change === "double") lines.splice(b, 0, lines[a]!);
        if (change === "swap") [lines[a], lines[b]] = [lines[b]!, lines[a]!];
        expectAnswer(lines.join("\n"));
      },
    ),
    FUZZ_RUNS,
  );
});

test("readExperiment() answers deleted, doubled, retyped and moved parts of a spec with every rule", () => {
  const values = [
    null,
    0,
    -1,
    1e308,
    "",
    "full",
    "\u{1F600}",
    [],
    {},
    [[]],
    { ne: 1 },
    true,
    { values: [1, 2] },
  ];
  const change = fc.constantFrom("delete", "retype", "rename", "move");
  const step = fc.tuple(change, fc.nat(1000), fc.nat(1000), fc.constantFrom(...values));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      const data = toData(parseYaml(RULED_SPEC, "fuzz.yaml").root!);
      for (const [kind, i, j, value] of steps) mutate(data, kind, { i, j, value });
      expectAnswer(JSON.stringify(data, null, 1));
    }),
    FUZZ_RUNS,
  );
});

/** Changes one of the maps and lists inside `data`. */
function mutate(
  data: unknown,
  kind: string,
  { i, j, value }: { i: number; j: number; value: unknown },
): void {
  const holders = holdersIn(data);
  if (holders.length === 0) return;
  const holder = holders[i % holders.length]!;
  const key = Object.keys(holder)[j % Object.keys(holder).length]!;
  const other = holders[j % holders.length]!;
  if (kind === "rename") holder[`${key}x`] = holder[key];
  if (kind === "move")
    holder[key] = structuredClone(other[Object.keys(other)[i % Object.keys(other).length]!]);
  if (kind === "retype") holder[key] = structuredClone(value); // else a later step changes the next case, too
  if (kind === "delete" || kind === "rename") delete holder[key];
}

function holdersIn(data: unknown): Record<string, unknown>[] {
  if (typeof data !== "object" || data === null || Object.keys(data).length === 0) return [];
  return [data as Record<string, unknown>, ...Object.values(data).flatMap(holdersIn)];
}

test("readExperiment() reads the same experiment whatever the order of keys and the comments", () => {
  const blocks = VALID_SPEC.trimEnd().split(/\n(?! )/);
  const byPath = (text: string) => {
    const { sweep, text: _, ...others } = readExperiment(text, "a.yaml", { limit: 1000 }).experiment!;
    return { ...others, axes: sweep.columns.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
  };
  const order = fc.shuffledSubarray(blocks, { minLength: blocks.length });
  fc.assert(
    fc.property(order, fc.string(), (shuffled, comment) => {
      const remark = `# ${comment.replaceAll(/[\n\r]/g, "")}\n`;
      expect(byPath(remark + shuffled.join(`\n${remark}`))).toEqual(byPath(VALID_SPEC));
    }),
    { seed: 21, numRuns: 50 },
  );
});

function yamlish() {
  return fc.constantFrom(...Array.from("[]{}:,-?&*!|>'\"#%@` \n\t~0a"), "eta", "dataset: ", "hidden");
}
