import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultOptions } from "../../src/fields/defaults.ts";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { axisEdge } from "../../src/results/warnings/axis-edge.ts";
import { duplicatePoints } from "../../src/results/warnings/find-warnings.ts";
import { nextValues } from "../../src/results/warnings/next-values.ts";
import type { Trial } from "../../src/trials/trial.ts";
import {
  BASE,
  experimentOf,
  FACTS,
  resultsOf,
  type Course,
  type Axis,
  type ExperimentParts,
} from "./fixture.ts";

const TWO = { count: 2, baseSeed: 1 };

/** Returns the messages of the warnings of one code. */
function messages(
  code: string,
  parts: ExperimentParts,
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
      expect.stringContaining("largest tried; a better one may be above it. Also try 10 and 30."),
    ]);
    expect(messages("axisEdge", { axes: [etas] }, bestAt(0))).toEqual([
      expect.stringContaining("Also try 0.01 and 0.003."),
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
      expect.stringMatching(/Also try 2 and 1\.$/),
    ]);
  });

  it("fills a gap first, in plain numbers", () => {
    const l2: Axis = { path: "optimizer.l2", values: [0, 0.000001, 0.1] };
    expect(messages("axisEdge", { axes: [l2] }, bestAt(2))).toEqual([
      "The best value of l2 (0.1) is the largest tried; a better one may be above it, or between 0.000001 and 0.1. Also try 0.0003 and 0.3.",
    ]);
  });

  it("proposes no value that a spec may not hold", () => {
    const dropout: Axis = { path: "architecture.dropout", values: [0.1, 0.4, 0.7] };
    expect(messages("axisEdge", { axes: [dropout] }, bestAt(2))).toEqual([]);
  });

  it("looks only at what was tried with the best values of the other axes", () => {
    const axes: Axis[] = [
      { path: "eta", values: [1, 2] },
      { path: "batchSize", values: [5, 50] },
    ];
    const best = ({ configuration }: Trial): Course => {
      const { eta, batchSize } = asNetwork(configuration);
      return { accuracies: [eta === 1 && batchSize === 50 ? 0.9 : 0.7] };
    };
    const { columns, leaderboard, experiment } = resultsOf(experimentOf({ axes }), best);
    const codes = (isKept: (values: readonly unknown[]) => boolean) =>
      axisEdge({
        experiment,
        columns,
        leaderboard: leaderboard.filter(({ configuration }) => isKept(configuration.values)),
      }).map(({ message }) => message.slice(0, 25));
    expect(codes(([eta, batchSize]) => eta === 1 && batchSize === 50)).toEqual([]);
    expect(codes(([, batchSize]) => batchSize === 50)).toEqual(["The best value of eta (1)"]);
  });
});

describe("nextValues()", () => {
  const any = { whole: false, isAllowed: () => true };
  const none: readonly number[] = [];

  it.each([
    { what: "factors of 3 and 10", values: [3, 0.3, 0.03], between: none, beyond: [10, 30] },
    { what: "the same down", values: [0.01, 0.1, 1], between: none, beyond: [0.003, 0.001] },
    { what: "the same of two values", values: [1, 10], between: none, beyond: [0.3, 0.1] },
    { what: "one digit", values: [5, 0.5], between: none, beyond: [20, 50] },
    { what: "a smaller ratio", values: [64, 32, 16], between: none, beyond: [128, 256] },
    { what: "a step", values: [30, 20, 10], between: none, beyond: [40, 50] },
    { what: "a step of two values", values: [0.5, 0.4], between: none, beyond: [0.6, 0.7] },
    { what: "halves for a step to 0", values: [0.25, 0.5, 0.75, 1], between: none, beyond: [0.125, 0.0625] },
    { what: "the gap first", values: [0.01, 100], between: [1], beyond: [0.003] },
    { what: "the gap of several values", values: [1, 0.01, 0.0001], between: [0.1], beyond: [3] },
    { what: "the gap to 0", values: [5, 0], between: [2], beyond: [20] },
    { what: "a ratio beside 0", values: [5, 0.5, 0], between: none, beyond: [20, 50] },
  ])("continues $values by $what", ({ values, between, beyond }) => {
    expect(nextValues(values, any)).toEqual({ between, beyond });
  });

  it("stops at the limits", () => {
    const upTo100 = { whole: true, isAllowed: (value: number) => value <= 100 };
    expect(nextValues([40, 4], upTo100).beyond).toEqual([100]);
    expect(nextValues([100, 10], upTo100).beyond).toEqual([]);
    expect(nextValues([40, 20], upTo100).beyond).toEqual([60, 80]);
    expect(nextValues([60, 30], upTo100).beyond).toEqual([90]);
  });

  it("always leads away from the edge, or into the gap beside it", () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.boolean(), (exponents, isRising) => {
        const sorted = exponents.sort((a, b) => (isRising ? b - a : a - b)).map((n) => n && 1.3 ** (n - 40));
        const [edge, inner] = sorted as [number, number];
        const { between, beyond } = nextValues(sorted, any);
        const isBeyond = (value: number): boolean => (isRising ? value > edge : value < edge);
        expect(beyond.every(isBeyond)).toBe(true);
        expect(between.every((value) => (value - edge) * (value - inner) < 0)).toBe(true);
        expect(between.length + beyond.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("simplerSetting()", () => {
  const axes: Axis[] = [{ path: "architecture.hidden", values: [[9], [2], [3]] }];

  it("names the smallest setting that ties with the best", () => {
    const found = messages("simplerSetting", { axes, replicates: TWO }, ({ index }) => {
      return { accuracies: [[0.9, 0.8, 0.8, 0.85, 0.7, 0.9][index]!] };
    });
    expect(found).toEqual([
      expect.stringMatching(/hidden = \[2\]; 16 parameters.*hidden = \[9\]; 65 parameters/),
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

describe("saturatedAndDeadUnits()", () => {
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

  it.each([
    [
      { earlyStopping: { ...BASE.earlyStopping, metric: "testLoss", patience: 3 } },
      "trials were stopped by test loss",
    ],
    [{ target: { metric: "testAccuracy", value: 0.9 } }, "trials had a target for test accuracy"],
    [
      { schedule: { name: "plateau", metric: "testF1", factor: 0.5, patience: 2 } },
      "eta was lowered by test F1",
    ],
    [{ earlyStopping: { ...BASE.earlyStopping, metric: "testLoss" } }, undefined], // patience: 0
    [{ schedule: { name: "plateau", metric: "auto", factor: 0.5, patience: 2 } }, undefined],
  ] as const)("warns where %j has looked at the test part: %s", (rule, text) => {
    const found = messages("testSetChoice", { base: { ...BASE, ...rule } }, good);
    expect(found).toEqual(text === undefined ? [] : [expect.stringContaining(`optimistic: ${text}. `)]);
  });

  it("says how to get a validation part, and not where there is one", () => {
    const axes: Axis[] = [{ path: "eta", values: [1, 2] }];
    const adviceFor = (name: string, validation: number): string => {
      const dataset = defaultOptions(name);
      const facts = { ...FACTS, sizes: { ...FACTS.sizes, validation } };
      return messages("testSetChoice", { base: { ...BASE, dataset }, objective, axes }, good, facts)[0]!;
    };
    expect(adviceFor("mnist", 0)).toContain("a validation part (dataset: {name: mnist, validation: 10000})");
    expect(adviceFor("csv", 0)).toContain("a validation part (validationShare: 0.2 below dataset)");
    expect(adviceFor("moons", 0)).toContain("moons has no validation part");
    expect(adviceFor("mnist", 20)).toMatch(/Use the validation part of this data set for selection\.$/);
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
