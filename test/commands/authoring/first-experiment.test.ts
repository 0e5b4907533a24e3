import { describe, expect, it } from "vitest";
import {
  firstDatasets,
  firstExperiment,
  hiddenUnits,
  sweepsOf,
} from "../../../src/commands/authoring/first-experiment.ts";
import { formatSpec } from "../../../src/spec/format-experiment.ts";
import { readExperiment } from "../../support/read-experiment.ts";

describe("firstExperiment()", () => {
  it("is valid, canonical and sweeps what was chosen, whatever was chosen", () => {
    for (const dataset of firstDatasets()) {
      for (const hidden of ["none", "1", "30", "30, 20"]) {
        for (const sweep of sweepsOf(hidden)) {
          const text = firstExperiment({ dataset, hidden, sweep });
          const { experiment, problems } = readExperiment(text, "first.yaml", { limit: 10 });
          expect(problems).toEqual([]);
          expect(experiment!.sweep.columns.map(({ path }) => path.split(".").at(-1))).toEqual([sweep]);
          expect(formatSpec(text)).toBe(text);
        }
      }
    }
  });

  it("learns classes", () => {
    expect(firstDatasets()).toEqual(["digits", "mnist", "xor", "moons", "spirals", "blobs"]);
  });

  it("explains its fields", () => {
    expect(firstExperiment({ dataset: "xor", hidden: "4", sweep: "hidden" })).toBe(
      `description: How hidden changes what a network learns about xor
dataset: xor
architecture:
  hidden: [[], [4], [19]] # units of each hidden layer; [] = none
eta: 0.3 # the learning rate: the size of a step against the gradient
batchSize: full # examples in each step
epochs: 300 # passes over the training part
replicates: 3 # repetitions with other random numbers; one alone may be luck
`,
    );
  });
});

describe("hiddenUnits()", () => {
  it.each([
    ["30", [30]],
    ["30,15", [30, 15]],
    ["30, 15 8", [30, 15, 8]],
    ["none", []],
    ["thirty", undefined],
    ["30,", undefined],
    ["-3", undefined],
  ])("reads %j", (text, units) => {
    expect(hiddenUnits(text)).toEqual(units);
  });
});
