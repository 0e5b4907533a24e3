import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, it, test } from "vitest";
import { CST, Lexer } from "yaml";
import { formatSpec } from "../../../src/spec/format-experiment.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { RULED_SPEC, VALID_SPEC } from "../valid-spec.ts";
import { IS_LONG } from "../../support/long-form.ts";

const EXPERIMENTS = new URL("../../../experiments/", import.meta.url);
const STYLE = JSON.parse(
  readFileSync(new URL("../../../.prettierrc.json", import.meta.url), "utf8"),
) as prettier.Options;

const MESSY = `\uFEFF

# yaml-language-server: $schema=../schemas/experiment.schema.json

# About this file.


# How long
epochs: 0x0A   # ten
'replicates' :
    count: 3
    baseSeed: 0
description: "The
  learning rate"

#the rate
eta:   # from small
  - 1e-3
  # doubled
  - 2.0e-2

  - +5
"dataset": !!str "digits"
architecture: { "activation": 'tanh', 'hidden' : [  15,
   30 ] }

loss:   quadratic
# done`;

const TIDY = `# yaml-language-server: $schema=../schemas/experiment.schema.json
# About this file.

description: The learning rate
dataset: digits
architecture:
  hidden: [15, 30]
  activation: tanh

loss: quadratic

#the rate
eta:
  # from small
  - 0.001
  # doubled
  - 0.02

  - 5
# How long
epochs: 10 # ten
replicates: {count: 3, baseSeed: 0}
# done
`;

describe("formatSpec()", () => {
  it("orders keys, spells each value one way, and leaves comments where they belong", () => {
    expect(formatSpec(MESSY)).toBe(TIDY);
  });

  it.each([
    ["an exponent where an integer must be exact", "baseSeed: 1e20", "baseSeed: 1e+20"],
    ["the shortest number", "eta: 0.10000000000000000555", "eta: 0.1"],
    ["quotes where they are needed", "description: 'yes: # no'", 'description: "yes: # no"'],
    ["quotes around what looks like a number", "description: '1e3'", 'description: "1e3"'],
    ["lines of text as they are", 'description: "a\\nb"', "description: |-\n  a\n  b"],
    [
      "long text folded",
      `description: ${"word ".repeat(30)}`,
      /^description: >-\n {2}(word ){20}word\n {2}word/,
    ],
    ["a long list as a block", `eta: [${"0.125, ".repeat(20)}1]`, /^eta:\n( {2}- 0.125\n){20} {2}- 1\n$/],
    [
      "a map that holds a list as a block",
      "dataset: {noise: [1, 2], name: moons}",
      /^dataset:\n {2}name: moons\n/,
    ],
    ["a list of maps as a block", "dataset: [xor, {name: moons}]", "dataset:\n  - xor\n  - {name: moons}"],
    [
      "axes in their order",
      "epochs: [1, 2]\neta: [1, 2]\nloss: mse",
      "loss: mse\nepochs: [1, 2]\neta: [1, 2]",
    ],
    ["anchors before their aliases", "epochs: &n 1\neta: *n", "epochs: &n 1\neta: *n"],
    ["a note with the key below it", "eta: 1\n# data\ndataset: xor", "# data\ndataset: xor\neta: 1"],
    [
      "a note above an item",
      "dataset:\n  - xor\n  # m\n  - {name: moons}",
      "dataset:\n  - xor\n  # m\n  - {name: moons}",
    ],
    [
      "text that begins with round brackets",
      'parameters:\n  a: "(b) c"\n  d: (e)',
      'parameters: {a: "(b) c", d: (e)}',
    ],
    ["an empty list", "architecture:\n  hidden:\n    []", "architecture:\n  hidden: []"],
  ])("writes %s", (_, text, expected) => {
    const formatted = formatSpec(text);
    if (typeof expected === "string") expect(formatted).toBe(`${expected}\n`);
    else expect(formatted).toMatch(expected);
  });
});

describe("the shipped experiments", () => {
  it.each(readdirSync(EXPERIMENTS).filter((name) => name.endsWith(".yaml")))(
    "%s is in canonical form",
    (name) => {
      const text = readFileSync(new URL(name, EXPERIMENTS), "utf8");
      expect(formatSpec(text)).toBe(text);
    },
  );
});

/** For each field, ways to write it; a block of its own. */
const WAYS: readonly (readonly string[])[] = [
  [
    "description: plain",
    "description: 'it''s: quoted'",
    "description: >-\n  two\n  lines",
    "description: |\n  a\n   # b\n",
  ],
  [
    "dataset: digits",
    'dataset: "xor"',
    "dataset: {noise: [0.10, 2e-1], name: moons}",
    "dataset:\n- xor\n-  {samples: 100, name: blobs}",
  ],
  [
    "architecture: {activation: [tanh, relu], hidden: [[15], []]}",
    "architecture:\n    init: he\n    hidden:\n    - 30\n    - 30",
    "architecture:\n  hidden: &h []",
  ],
  [
    "eta: 1e-4",
    "eta:\n- 1.50\n- 3",
    "eta: {logspace: {to: 1, from: 0.01, count: 3}}",
    "eta: {values: [1, 2,]}",
  ],
  ["epochs: 0x3", "epochs: [1,\n  2]", "epochs:\n  values:\n    - 4"],
  ["batchSize: [1, 'full']", "batchSize: 5", "loss: 'quadratic'", "metrics: [ trainLoss ]"],
  [
    "replicates: {baseSeed: +7, count: 2}",
    "replicates:\n  first: 1\n\n  count: 1",
    "run: {keep: best, workers: 2}",
  ],
  [
    "objective: {at: best, metric: 'testLoss'}",
    "sweep: {limit: 400, exclude: [{eta: {gte: 3}}]}",
    "sweep:\n    variants: {wide: {architecture.init: [xavier, normal]}, plain: {}}\n    zip:\n      pair:\n        loss: [quadratic, mse]\n        architecture.output: [sigmoid, identity]",
    "sweep:\n  exclude:\n  - epochs: [2]\n  variants:\n    b: { eta: [5, 6.0], epochs: 9 }\n    a: {}",
    "sweep:\n  when:\n  - set: {loss: mse}\n    if: {epochs: 3}",
  ],
];
const REMARKS = ["# a", "#b: c", "  # d", "", "     # e", "#", "# - f"];

/** Specs in any order and any style, with rules, and with comments and empty lines in any place. */
const messySpec = fc
  .tuple(
    fc
      .tuple(...WAYS.map((ways) => fc.constantFrom(...ways)))
      .chain((blocks) => fc.shuffledSubarray(blocks, { minLength: blocks.length })),
    fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...REMARKS), fc.boolean()), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([blocks, remarks, modeline]) => {
    const lines = blocks.join("\n").split("\n");
    for (const [at, remark, trailing] of remarks) {
      const i = at % (lines.length + 1);
      if (trailing && i < lines.length && lines[i] !== "") lines[i] += ` ${remark.trim()}`.trimEnd();
      else lines.splice(i, 0, remark);
    }
    if (modeline) lines.unshift("# yaml-language-server: $schema=s.json");
    return lines.join("\n");
  });

function reading(text: string) {
  return readExperiment(text, "law.yaml", { limit: 1000 });
}

/** Valid ones among them. */
const validSpec = messySpec.filter((text) => reading(text).experiment !== undefined);

function idsOf(text: string): string[] {
  return planTrials(reading(text).experiment!).trials.map(({ id }) => id);
}

/** All that tables and summaries are made of, in the order in which they show it. */
function resultsOf(text: string): string {
  const { base, sweep, replicates, metrics, objective } = reading(text).experiment!;
  return JSON.stringify([base, sweep.columns, sweep.written, replicates, metrics, objective]);
}

function commentsOf(text: string): string[] {
  const lexemes = [...new Lexer().lex(text)];
  const isComment = (lexeme: string, i: number) =>
    lexemes[i - 1] !== CST.SCALAR && CST.tokenType(lexeme) === "comment" && lexeme !== "#";
  return lexemes
    .filter(isComment)
    .map((comment) => comment.trim())
    .toSorted();
}

describe("formatSpec() of any valid spec", () => {
  test("keeps trials, results, problems and comments, and is canonical itself", () => {
    const property = fc.property(validSpec, (text) => {
      const formatted = formatSpec(text);
      expect(formatSpec(formatted)).toBe(formatted);
      expect(idsOf(formatted)).toEqual(idsOf(text));
      expect(resultsOf(formatted)).toBe(resultsOf(text));
      expect(reading(formatted).problems).toHaveLength(reading(text).problems.length);
      expect(commentsOf(formatted)).toEqual(commentsOf(text));
      expect(formatted).toMatch(/^[^\r]*[^\n]\n$/);
    });
    fc.assert(property, {
      seed: 41,
      numRuns: IS_LONG ? 150 : 40,
      examples: [[VALID_SPEC], [RULED_SPEC], [MESSY]],
    });
  });

  test("is what Prettier writes, but for comments", async () => {
    for (const text of fc.sample(validSpec, { seed: 42, numRuns: IS_LONG ? 60 : 20 })) {
      const formatted = formatSpec(text.replace(/^ *#.*\n| *#.*/gm, "").replace(/^ +\n/gm, ""));
      expect(await prettier.format(formatted, { ...STYLE, bracketSpacing: false, parser: "yaml" })).toBe(
        formatted,
      );
    }
  });
});
