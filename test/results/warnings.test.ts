import { describe, expect, it } from "vitest";
import { duplicatePoints } from "../../src/results/warnings/duplicate-points.ts";
import { nextValues } from "../../src/results/warnings/next-values.ts";
import type { Axis, Experiment } from "../../src/spec/experiment.ts";
import type { Trial } from "../../src/trials/trial.ts";
import { BASE, experimentOf, FACTS, resultsOf, type Course } from "./fixture.ts";

const TWO = { count: 2, baseSeed: 1 };

/** Returns the messages of the warnings of one code. */
function messages(
  code: string,
  parts: Partial<Experiment>,
  courseOf: (trial: Trial) => Course,
  facts = FACTS,
): string[] {
  const { warnings } = resultsOf(experimentOf(parts), courseOf, facts);
  return warnings.filter((warning) => warning.code === code).map(({ message }) => message);
}

/** Results in which the configuration of that index is the best. */
function bestAt(best: number): (trial: Trial) => Course {
  return ({ configurationIndex }) => ({ accuracies: [0.5, configurationIndex === best ? 0.9 : 0.7] });
}

describe("axisEdge()", () => {
  const etas: Axis = { path: "eta", values: [0.03, 0.3, 3] };

  it("names the next values beyond the smallest or largest value", () => {
    expect(messages("axisEdge", { axes: [etas] }, bestAt(2))).toEqual([
      expect.stringContaining("Try also 30 and 300"),
    ]);
    expect(messages("axisEdge", { axes: [etas] }, bestAt(0))).toEqual([
      expect.stringContaining("Try also 0.003 and 0.0003"),
    ]);
  });

  it("is silent inside the axis, and where a value inside is as good", () => {
    expect(messages("axisEdge", { axes: [etas] }, bestAt(1))).toEqual([]);
    expect(messages("axisEdge", { axes: [etas] }, () => ({ accuracies: [0.9] }))).toEqual([]);
  });

  it("is silent about words, lists and properties of the data", () => {
    const hidden: Axis = { path: "architecture.hidden", values: [[2], [4]] };
    const noise: Axis = { path: "dataset.noise", values: [0.1, 0.2] };
    expect(messages("axisEdge", { axes: [hidden] }, bestAt(1))).toEqual([]);
    expect(messages("axisEdge", { axes: [noise] }, bestAt(0))).toEqual([]);
  });

  it("knows that full is the end of batchSize, and proposes no batch above the training part", () => {
    const withFull: Axis = { path: "batchSize", values: [5, 50, "full"] };
    const sizes: Axis = { path: "batchSize", values: [5, 50] };
    expect(messages("axisEdge", { axes: [withFull] }, bestAt(1))).toEqual([]);
    expect(messages("axisEdge", { axes: [withFull] }, bestAt(2))).toEqual([]);
    expect(messages("axisEdge", { axes: [sizes] }, bestAt(1))).toEqual([]);
    expect(messages("axisEdge", { axes: [sizes] }, bestAt(0))).toEqual([
      expect.stringMatching(/Try also 1\.$/),
    ]);
  });
});

describe("nextValues()", () => {
  const any = { whole: false, largest: Infinity };

  it.each([
    { values: [3, 0.3, 0.03], next: [30, 300] },
    { values: [0.01, 0.1, 1], next: [0.001, 0.0001] },
    { values: [100, 30, 10], next: [300, 1000] },
    { values: [30, 20, 10], next: [40, 50] },
    { values: [0.5, 0.4], next: [0.6, 0.7] },
    { values: [0.25, 0.5, 0.75, 1], next: [0.125, 0.0625] },
    { values: [1, 10], next: [0.1, 0.01] },
  ])("continues $values by $next", ({ values, next }) => {
    expect(nextValues(values, any)).toEqual(next);
  });

  it("stops at the limits", () => {
    expect(nextValues([1, 10], { whole: true, largest: 100 })).toEqual([]);
    expect(nextValues([40, 20], { whole: true, largest: 100 })).toEqual([60, 80]);
    expect(nextValues([60, 30], { whole: true, largest: 100 })).toEqual([90]);
  });
});

describe("simplerSetting()", () => {
  const axes: Axis[] = [{ path: "architecture.hidden", values: [[9], [2], [3]] }];

  it("names the smallest setting that ties with the best", () => {
    const found = messages("simplerSetting", { axes, replicates: TWO }, ({ index }) => {
      return { accuracies: [[0.9, 0.8, 0.8, 0.85, 0.7, 0.9][index]!] };
    });
    expect(found).toEqual([
      expect.stringMatching(/hidden = \[9\]; 65 parameters.*hidden = \[2\]; 16 parameters/),
    ]);
  });

  it("is silent when the best is separable, or was tried once", () => {
    const sure = ({ configurationIndex }: Trial): Course => ({
      accuracies: [0.9 - 0.2 * configurationIndex],
    });
    expect(messages("simplerSetting", { axes, replicates: TWO }, sure)).toEqual([]);
    expect(messages("simplerSetting", { axes }, () => ({ accuracies: [0.9] }))).toEqual([]);
  });
});

describe("tiredUnits()", () => {
  const axes: Axis[] = [{ path: "eta", values: [1, 2, 3, 4] }];
  const base = { ...BASE, architecture: { ...BASE.architecture, hidden: [20] } };

  function withUnits(tired: readonly number[], units: object): (trial: Trial) => Course {
    return ({ configurationIndex }) => {
      return {
        accuracies: [0.9 - 0.1 * configurationIndex],
        units: tired.includes(configurationIndex) ? units : {},
      };
    };
  }

  it("names the settings where half of the replicates have dead outputs", () => {
    const dead = { deadOutputs: [1] };
    expect(messages("deadOutputs", { axes }, withUnits([2, 3], dead))).toEqual([
      expect.stringContaining(": eta = 3 (1 of 1 replicates); eta = 4 (1 of 1 replicates)."),
    ]);
    expect(messages("deadOutputs", { axes }, withUnits([], dead))).toEqual([]);
    const oneOfThree = (trial: Trial): Course => {
      return { accuracies: [0.9], units: trial.replicate === 0 ? dead : {} };
    };
    expect(messages("deadOutputs", { axes, replicates: { count: 3, baseSeed: 0 } }, oneOfThree)).toEqual([]);
  });

  it("warns of saturated units from a tenth of a layer on", () => {
    expect(messages("saturatedUnits", { axes, base }, withUnits([0], { saturated: [2] }))).toHaveLength(1);
    expect(messages("saturatedUnits", { axes, base }, withUnits([0], { saturated: [1] }))).toEqual([]);
  });
});

describe("testSetChoice()", () => {
  const objective = { metric: "testAccuracy", goal: "maximize", at: "last" } as const;
  const good = (): Course => ({ accuracies: [0.9] });

  it("warns where settings or epochs are chosen on the test part, not where nothing is chosen", () => {
    const axes: Axis[] = [{ path: "eta", values: [1, 2] }];
    expect(messages("testSetChoice", { objective, axes }, good)).toHaveLength(1);
    expect(messages("testSetChoice", { objective: { ...objective, at: "best" } }, good)).toHaveLength(1);
    expect(messages("testSetChoice", { objective }, good)).toEqual([]);
    expect(messages("testSetChoice", { axes }, good)).toEqual([]);
  });
});

describe("belowBaseline()", () => {
  it("warns when the best is not above always answering the most frequent class, which is right in 60 %", () => {
    expect(messages("belowBaseline", {}, () => ({ accuracies: [0.6] }))).toEqual([
      expect.stringContaining("60.00 %"),
    ]);
    expect(messages("belowBaseline", {}, () => ({ accuracies: [0.65] }))).toEqual([]);
  });
});

describe("oneReplicate() and allDiverged()", () => {
  it("warn of one replicate, and of nothing but divergence", () => {
    expect(messages("oneReplicate", {}, () => ({ accuracies: [0.9] }))).toHaveLength(1);
    expect(messages("oneReplicate", { replicates: TWO }, () => ({ accuracies: [0.9] }))).toEqual([]);
    expect(messages("allDiverged", { replicates: TWO }, () => ({ divergedEpoch: 1 }))).toHaveLength(1);
    expect(
      messages("allDiverged", { replicates: TWO }, ({ replicate }) => {
        return replicate === 0 ? { divergedEpoch: 1 } : { accuracies: [0.9] };
      }),
    ).toEqual([]);
  });
});

describe("duplicatePoints()", () => {
  it("counts the points that were left out", () => {
    expect(duplicatePoints([])).toEqual([]);
    expect(duplicatePoints([BASE])[0]!.message).toMatch(/^1 point /);
  });
});
