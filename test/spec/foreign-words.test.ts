/**
 * Whatever people bring from other systems, in every map of the language: located problems, and hints that can be followed.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXPERIMENT_SCHEMA } from "../../src/fields/experiment-schema.ts";
import { toData } from "../../src/spec/spec-node.ts";
import { parseYaml } from "../../src/spec/document/yaml/parse-yaml.ts";
import { FUZZ_RUNS } from "../support/fuzz-runs.ts";
import { expectAnswer } from "./expect-answer.ts";
import { followHint } from "./follow-hint.ts";
import { FOREIGN_VALUES, FOREIGN_WORDS } from "./foreign-words.ts";
import { RULED_SPEC, specText, VALID_SPEC } from "./valid-spec.ts";

const CLAIMS = `dataset: moons
architecture: {hidden: [4]}
eta: 0.1
epochs: 2
replicates: 3
earlyStopping: {patience: 1}
target: {metric: testAccuracy, value: 0.9}
classWeights: [1, 2]
objective: {metric: validationLoss}
report: {baseline: {eta: 0.1}}
expect:
  - {where: {eta: 0.1}, metric: testLoss, beats: {eta: {gt: 0.1}}}
  - {where: {eta: 0.1}, atLeast: 0, at: {upTo: 1}}
`;
const DESCENT = `kind: function
function: {name: bowl, curvatures: [1, 10]}
start: [10, 1]
eta: [0.001, 0.01]
steps: 20
tolerance: 0.001
objective: {metric: stepsToTolerance}
expect:
  - {where: {eta: 0.001}, metric: gradientNorm, atLeast: 0.5}
sweep: {exclude: [{eta: 0.01}]}
`;

/** Specs that together have every map of the language. */
const HOSTS: readonly unknown[] = [VALID_SPEC, RULED_SPEC, CLAIMS, DESCENT, ...namedSpecs()].map((text) => {
  return toData(parseYaml(text, "host.yaml").root!);
});

const ENTRIES: readonly (readonly [string, unknown])[] = Object.values(FOREIGN_WORDS).flatMap((words) =>
  Object.entries(words),
);
const TOP_KEYS = Object.entries(EXPERIMENT_SCHEMA.properties!).flatMap(([key, { examples = [] }]) => {
  return [examples[0], "adam", 1, { name: "adam" }].map((value) => [key, value] as const);
});

describe("readExperiment() answers, and its hints can be followed, where a spec has", () => {
  test("a word of another system as a key in any map", () => expectAnswers(ENTRIES));

  test("a key of the top level in any map", () => expectAnswers(TOP_KEYS));

  test("a value of another system, or of another kind, in any place", () => {
    fc.assert(
      fc.property(host(), fc.nat(), fc.nat(), fc.constantFrom(...FOREIGN_VALUES), (data, i, j, value) => {
        const copy = structuredClone(data);
        const holders = holdersIn(copy);
        const holder = holders[i % holders.length]!;
        const keys = Object.keys(holder);
        if (keys.length > 0) Reflect.set(holder, keys[j % keys.length]!, value);
        expectCures(copy);
      }),
      FUZZ_RUNS,
    );
  });
});

function expectAnswers(entries: readonly (readonly [string, unknown])[]): void {
  fc.assert(
    fc.property(host(), fc.nat(), fc.constantFrom(...entries), (data, i, [key, value]) => {
      const copy = structuredClone(data);
      const maps = holdersIn(copy).filter((holder) => !Array.isArray(holder));
      const map = maps[i % maps.length]!;
      if (!Object.hasOwn(map, key)) Reflect.set(map, key, value);
      expectCures(copy);
    }),
    FUZZ_RUNS,
  );
}

/** Asserts that there are answers, and that each hint that can be followed mechanically removes its problem. */
function expectCures(data: unknown): void {
  const text = JSON.stringify(data, null, 1);
  const problems = expectAnswer(text);
  for (const problem of problems) {
    const cured = followHint(text, problem);
    if (cured === undefined) continue;
    const [left, before] = [expectAnswer(cured), problems].map((all) => {
      return all.filter(({ message }) => message === problem.message).length;
    });
    expect(left, `${problem.message}\n${problem.hint}\n${cured}`).toBeLessThan(before!);
  }
}

function host() {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTS.slice(0, 4)) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTS) },
  );
}

function holdersIn(data: unknown): object[] {
  if (typeof data !== "object" || data === null) return [];
  return [data, ...Object.values(data).flatMap(holdersIn)];
}

/** A spec for each data set, optimizer, schedule and function. */
function namedSpecs(): string[] {
  const { $defs } = EXPERIMENT_SCHEMA;
  const names = Object.entries($defs!).flatMap(([name, { properties }]) => {
    return properties?.["name"]?.const === name ? [name] : [];
  });
  return names.flatMap((name) => {
    const written = `{name: ${name}}`;
    const fits = (field: string): boolean => fieldAllows(field, name);
    if (fits("function"))
      return [`kind: function\nfunction: ${written}\nstart: [1, 1]\neta: 0.1\nsteps: 3\n`];
    if (fits("optimizer")) return [specText({ optimizer: written }), specText({ optimizer: `[${written}]` })];
    if (fits("schedule")) return [specText({ schedule: written })];
    return [specText({ dataset: written })];
  });
}

function fieldAllows(field: string, name: string): boolean {
  return EXPERIMENT_SCHEMA.$defs![field]!.anyOf!.includes(EXPERIMENT_SCHEMA.$defs![name]!);
}
