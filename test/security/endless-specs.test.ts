import { describe, expect, it } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";

const BASE = "dataset: xor\narchitecture: {hidden: [2]}\nbatchSize: full\nepochs: 2\n";
const LONG = 400_000;

describe("readExperiment() refuses at once, in few words", () => {
  it.each([
    ["digits that are no number", `${BASE}eta: "${"1".repeat(LONG)}x"\n`],
    ["digits with separators", `${BASE}eta: "${"1_".repeat(LONG / 2)}x"\n`],
    ["numbers with commas", `${BASE}eta: "${"1,".repeat(LONG / 2)}x"\n`],
    ["a number beyond all", `${BASE}eta: ${"9".repeat(LONG)}\n`],
    ["a reference to no field", `${BASE}eta: \${${"a.".repeat(LONG / 2)}}\n`],
    [
      "a formula that never ends",
      `kind: function\nfunction: {expression: "${"(".repeat(LONG)}"}\nstart: [1]\neta: 1\nsteps: 1\n`,
    ],
    ["a range without an end", `${BASE}eta: {range: {from: 0, to: 1e300, step: 1e-300}}\n`],
    ["a count beyond all", `${BASE}eta: {linspace: {from: 0, to: 1, count: 1e15}}\n`],
    ["a word that never ends", `${BASE}eta: 1\nloss: ${"x".repeat(LONG)}\n`],
    ["brackets", `${BASE}eta: ${"[".repeat(20_000)}`],
    ["aliases of aliases", `${aliases(12)}${BASE}eta: 1\n`],
  ])("%s", (_, text) => {
    const { experiment, problems } = readExperiment(text, "endless.yaml", { limit: 100 });
    expect(experiment).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, hint = "" } of problems) expect(message.length + hint.length).toBeLessThan(2000);
  });
});

/** Each list repeats the one before it ten times. */
function aliases(depth: number): string {
  const lines = Array.from({ length: depth }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`);
  return `a0: &a0 [1]\n${lines.join("")}`;
}
