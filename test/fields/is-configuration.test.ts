import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isConfiguration } from "../../src/fields/is-configuration.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { EVERY_OPTION } from "../support/every-option.ts";
import { experimentOf } from "../support/train.ts";

/** What is sent of the configurations of a spec. */
function configurationsOf(spec: string): Record<string, unknown>[] {
  const { configurations } = planTrials(experimentOf(spec));
  return configurations.map(
    ({ configuration }) => JSON.parse(JSON.stringify(configuration)) as Record<string, unknown>,
  );
}

describe("isConfiguration()", () => {
  it("takes every option that there is, and a table in a file", () => {
    const flowers = readFileSync("experiments/flowers.yaml", "utf8");
    for (const configuration of [...EVERY_OPTION, flowers].flatMap(configurationsOf))
      expect({ ...configuration, isSound: isConfiguration(configuration) }).toMatchObject({ isSound: true });
  });

  it("takes every kind of descent", () => {
    const descents = [
      "{kind: function, function: [bowl, saddle, {expression: v1*v2}], start: [1, 1], eta: 0.1, steps: 3}",
      "{kind: function, function: {name: bowl, curvatures: [1]}, start: [1], eta: 0.1, steps: 3, tolerance: 0.1, optimizer: adam, schedule: cosine}",
    ].flatMap(configurationsOf);
    for (const configuration of descents) {
      expect({ ...configuration, isSound: isConfiguration(configuration) }).toMatchObject({ isSound: true });
      for (const change of [
        { function: "bowl" },
        { function: { name: "moons" } },
        { start: [] },
        { epochs: 3 },
        { kind: "network" },
      ])
        expect(isConfiguration({ ...configuration, ...change })).toBe(false);
    }
  });

  it("takes one without the fields that have a default if these may be absent", () => {
    const dataset = { name: "moons" };
    const older = { dataset, architecture: { hidden: [3] }, eta: 1, epochs: 2 };
    expect(isConfiguration(older)).toBe(false);
    expect(isConfiguration(older, "required")).toBe(true);
    for (const field of Object.keys(older))
      expect(isConfiguration({ ...older, [field]: undefined }, "required")).toBe(false);
  });

  const [moons] = configurationsOf("{dataset: moons, architecture: {hidden: [3]}, eta: 1, epochs: 2}");
  const dataset = moons!["dataset"] as object;
  it.each([
    [{ loss: "steal" }],
    [{ eta: [1, 2] }],
    [{ eta: { values: [1] } }],
    [{ eta: undefined }],
    [{ module: "file:///etc/passwd" }],
    [{ architecture: { hidden: [3] } }],
    [{ dataset: "moons" }],
    [{ dataset: null }],
    [{ dataset: { ...dataset, noise: [0.1, 0.2] } }],
    [{ dataset: { ...dataset, path: "/etc/passwd" } }],
    [{ dataset: { ...dataset, name: "__proto__" } }],
    [{ dataset: { ...dataset, name: "eta" } }],
    [{ dataset: { ...dataset, name: "adagrad" } }],
    [{ dataset: { name: "bowl", curvatures: [1, 10] } }],
    [{ optimizer: { name: "sgd" } }],
  ])("refuses %o", (change) => {
    expect(isConfiguration({ ...moons, ...change })).toBe(false);
  });

  it("says yes or no to any JSON", () => {
    fc.assert(
      fc.property(fc.object(), fc.constantFrom(...Object.keys(moons!)), (value, field) => {
        expect(isConfiguration({ ...moons, [field]: value })).toBe(false);
      }),
      { seed: 9, numRuns: 50 },
    );
  });
});
