/** A field that nothing but the table of fields knows: all that is made of the table must treat it as any other. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { field } from "../../src/fields/tables/field.ts";
import { NETWORK_FIELDS } from "../../src/fields/tables/network.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { specText } from "../spec/valid-spec.ts";

const weightNoise = field({
  value: { type: "number", minimum: 0, maximum: 2 },
  description: "Standard deviation of noise on the weights.",
  default: 0,
  examples: [0.1, 0.2],
});
const { minimized, course } = NETWORK_FIELDS;

vi.resetModules();
vi.doMock(import("../../src/fields/tables/network.ts"), () => ({
  NETWORK_FIELDS: { minimized, course: { weightNoise, ...course } },
}));
const { experimentSchema } = await import("../../src/fields/experiment-schema.ts");
const { schemaText } = await import("../../src/fields/schema/schema-text.ts");
const { formatSpec } = await import("../../src/spec/format-experiment.ts");
const { originsOf } = await import("../../src/spec/grid/provenance/origins-of.ts");
const { pointsOf } = await import("../../src/spec/grid/expand-sweep.ts");
const { columnsOf } = await import("../../src/spec/sweep.ts");
const { planTrials } = await import("../../src/trials/plan.ts");
const { nodeSystem } = await import("../../src/files/node-system.ts");
const { readExperiment } = await import("../../src/spec/read-experiment.ts");
vi.doUnmock("../../src/fields/tables/network.ts");
afterAll(() => {
  vi.resetModules(); // tests of other files may follow in this process
});

const OPTIONS = { limit: 100, system: nodeSystem };

function problemsOf(text: string): string[] {
  const { problems } = readExperiment(text, "a.yaml", OPTIONS);
  return problems.map(({ line, column, message, hint }) => `${line}:${column} ${message}. ${hint ?? ""}`);
}

function experimentOf(text: string): Experiment {
  const { experiment, problems } = readExperiment(text, "a.yaml", OPTIONS);
  if (!experiment) throw new Error(JSON.stringify(problems));
  return experiment;
}

function valuesIn(text: string): unknown[] {
  const { configurations } = planTrials(experimentOf(text));
  return configurations.map(({ configuration }) => Reflect.get(configuration, "weightNoise"));
}

describe("a made-up field", () => {
  it("has a value in every configuration, and changes no identity at its default", () => {
    const xor = readFileSync("experiments/xor.yaml", "utf8");
    const { experiment } = readExperiment(xor, "experiments/xor.yaml", OPTIONS);
    const { trials } = planTrials(experiment!);
    const [, first = ""] = readFileSync("results/xor/trials.csv", "utf8").split("\n");
    expect(first).toContain(trials[0]!.id.slice(0, 12));
    expect(Reflect.get(experiment!.base, "weightNoise")).toBe(0);
    const [plain, noisy] = ["0", "1"].map((weightNoise) =>
      planTrials(experimentOf(specText({ weightNoise }))),
    );
    expect(plain!.trials[0]!.id).not.toBe(noisy!.trials[0]!.id);
  });

  it("is validated, and explained where it is wrong", () => {
    expect(problemsOf(specText({ weightNoise: "0.5" }))).toEqual([]);
    expect(problemsOf(specText({ weightNoise: "3" }))).toEqual([
      "5:14 weightNoise must be a finite number from 0 to 2 (got 3). ",
    ]);
    expect(problemsOf(specText({ weightNoice: "1" }))).toEqual([
      '5:1 Unknown key "weightNoice". Write weightNoise',
    ]);
    expect(
      problemsOf("kind: function\nfunction: bowl\nstart: [1, 1]\neta: 0.1\nsteps: 3\nweightNoise: 1\n"),
    ).toEqual([expect.stringMatching(/^6:1 .*weightNoise/)]);
  });

  it("is swept, by lists, ranges and every rule", () => {
    expect(valuesIn(specText({ weightNoise: "{linspace: {from: 0, to: 1, count: 3}}" }))).toEqual([
      0, 0.5, 1,
    ]);
    const sweep = `
  zip: {both: {weightNoise: [0.1, 0.2, 0.3], epochs: [1, 2, 3]}}
  when: [{if: {weightNoise: 0.3}, set: {weightNoise: 0.4}}]
  exclude: [{weightNoise: {lt: 0.2}}]
  include: [{weightNoise: 0.9, epochs: 7}]`;
    expect(valuesIn(specText({ epochs: undefined, sweep }))).toEqual([0.2, 0.4, 0.9]);
  });

  it("has a column of its path, and an origin", () => {
    const { sweep } = experimentOf(specText({ weightNoise: "[0, 0.5]" }));
    expect(columnsOf({ sweep })).toMatchObject([{ path: "weightNoise", values: [0, 0.5] }]);
    const [, second] = pointsOf(sweep);
    expect(originsOf(second!, sweep)).toContainEqual(
      expect.objectContaining({ path: "weightNoise", value: 0.5, isAxis: true }),
    );
  });

  it("is formatted in the order of the table", () => {
    expect(formatSpec(specText({ weightNoise: "0.10" }))).toMatch(/eta: 0.3\nweightNoise: 0.1\nepochs: 3\n/);
  });

  it("is in the schema of editors, with its description", () => {
    const { properties, $defs } = JSON.parse(schemaText(experimentSchema(true))) as Record<
      string,
      Record<string, { properties?: object; allOf?: readonly { properties?: object }[] }>
    >;
    expect(properties!["weightNoise"]).toMatchObject({
      description: expect.stringContaining("noise on the weights") as string,
    });
    for (const map of [$defs!["fields"], $defs!["setFields"]!.allOf![1], $defs!["pattern"]])
      expect(map!.properties).toHaveProperty("weightNoise");
  });
});
