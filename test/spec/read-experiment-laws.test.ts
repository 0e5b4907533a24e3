import * as fc from "fast-check";
import { expect, test } from "vitest";
import { explainMismatch } from "../../src/spec/explain-mismatch.ts";
import { EXPERIMENT_SCHEMA, isValid } from "../../src/spec/experiment-schema.ts";
import { parseYaml } from "../../src/spec/parse-yaml.ts";
import { readExperiment } from "../../src/spec/read-experiment.ts";
import { toData } from "../../src/spec/spec-node.ts";
import { VALID_SPEC } from "./valid-spec.ts";

const RUNS = { seed: 20, numRuns: 300 };
const LINES = VALID_SPEC.trimEnd().split("\n");

/** Asserts contract 4: an experiment, or at least one error that stands inside the text. */
function expectAnswer(text: string): void {
  const { experiment, problems } = readExperiment(text, "fuzz.yaml", { limit: 1000 });
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors.length > 0).toBe(experiment === undefined);
  expectSameAsAjv(text);
  const lines = text.split("\n");
  for (const { line, column, length, sourceLine } of problems) {
    expect(lines[line - 1]).toContain(sourceLine);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(sourceLine.length + 2);
    expect(length).toBeGreaterThanOrEqual(1);
  }
}

/** Asserts that explaining branch by branch finds a mismatch exactly where Ajv, on the whole schema, finds one. */
function expectSameAsAjv(text: string): void {
  const { root } = parseYaml(text, "fuzz.yaml");
  if (!root) return;
  const findings = explainMismatch(root, EXPERIMENT_SCHEMA, "");
  expect(findings.length === 0).toBe(isValid(EXPERIMENT_SCHEMA, toData(root)));
}

test("readExperiment() answers any text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: yamlish() })), expectAnswer),
    RUNS,
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
    "0x1F",
    "99999999999999999999",
  ];
  const edit = fc.record({
    at: fc.nat(VALID_SPEC.length),
    remove: fc.oneof(fc.constant(0), fc.nat(12)),
    insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: "binary", maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      let text = VALID_SPEC;
      for (const { at, remove, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + remove);
      expectAnswer(text);
    }),
    RUNS,
  );
});

test("readExperiment() answers deleted, doubled and swapped lines", () => {
  const index = fc.nat(LINES.length - 1);
  fc.assert(
    fc.property(fc.constantFrom("delete", "double", "swap"), index, index, (change, a, b) => {
      const lines = [...LINES];
      if (change === "delete") lines.splice(a, 1);
      if (change === "double") lines.splice(b, 0, lines[a]!);
      if (change === "swap") [lines[a], lines[b]] = [lines[b]!, lines[a]!];
      expectAnswer(lines.join("\n"));
    }),
    RUNS,
  );
});

test("readExperiment() reads the same experiment whatever the order of keys and the comments", () => {
  const blocks = VALID_SPEC.trimEnd().split(/\n(?! )/);
  const byPath = (text: string) => {
    const { experiment } = readExperiment(text, "a.yaml", { limit: 1000 });
    return { ...experiment, axes: experiment?.axes.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
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
