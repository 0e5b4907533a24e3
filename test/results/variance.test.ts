import { describe, expect, it } from "vitest";
import { importancePicture } from "../../src/report/pictures/axes/importance-picture.ts";
import { varianceMarkdown } from "../../src/report/summary/variance-markdown.ts";
import type { VarianceAnalysis } from "../../src/results/results.ts";
import { summaryOf } from "../../src/results/tables/summary.ts";
import { experimentOf as specOf } from "../support/train.ts";
import { experimentOf, resultsOf, type Course } from "./fixture.ts";

const AXES = [
  { path: "eta", values: [0.1, 1] },
  { path: "architecture.hidden", values: [[], [3]] },
];

/** The analysis of a grid of two axes with a course for each configuration and replicate. */
function analysis(
  count: number,
  courseOf: (configuration: number, replicate: number) => Course,
): VarianceAnalysis {
  const experiment = experimentOf({ axes: AXES, replicates: { count, baseSeed: 1 } });
  return resultsOf(experiment, ({ configurationIndex, replicate }) => courseOf(configurationIndex, replicate))
    .variance!;
}

function ending(accuracy: number): Course {
  return { accuracies: [accuracy] };
}

function reasonOf(found: VarianceAnalysis): string | undefined {
  return "refusal" in found ? found.refusal : found.untested;
}

describe("buildResults() analyses variance", () => {
  it("by axis, interaction, replicate and noise, with a test of each effect", () => {
    const noise = [0.01, -0.02, 0, 0.03, 0, 0.02, -0.01, 0.01];
    const { rows } = analysis(2, (c, r) => ending(0.5 + 0.2 * (c >> 1) + 0.05 * r + noise[2 * c + r]!));
    expect(rows.map(({ kind, axes, degrees }) => [kind, ...axes, degrees])).toEqual([
      ["effect", "eta", 1],
      ["effect", "architecture.hidden", 1],
      ["effect", "eta", "architecture.hidden", 1],
      ["replicate", 1],
      ["noise", 3],
    ]);
    expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(rows[0]!.share).toBeGreaterThan(0.8);
    expect(rows[0]!.p).toBeLessThan(0.01);
    expect(rows[1]!.p).toBeGreaterThan(0.1);
    expect(rows.slice(3).map(({ f, p }) => [f, p])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("without a test where there is one replicate, or no noise", () => {
    const one = analysis(1, (c) => ending(0.5 + 0.1 * c));
    expect(one.rows.map(({ kind, p }) => [kind, p])).toEqual([0, 1, 2].map(() => ["effect", null]));
    expect(reasonOf(one)).toContain("one replicate");
    expect(reasonOf(analysis(2, (c, r) => ending(0.5 + 0.1 * c + 0.05 * r)))).toContain("no noise");
  });

  it("not at all where a trial diverged or failed, or nothing differs", () => {
    expect(reasonOf(analysis(2, (c, r) => (c + r === 4 ? { divergedEpoch: 1 } : ending(0.5 + c / 10))))).toBe(
      "every trial must have a value: 1 of 8 have none",
    );
    expect(reasonOf(analysis(1, (c) => (c === 3 ? { status: "failed" } : ending(c / 10))))).toContain(
      "1 of 4",
    );
    expect(reasonOf(analysis(2, () => ending(0.7)))).toBe("every trial has the same value");
  });

  it("not of a single configuration or axis, as there is nothing to divide up", () => {
    expect(resultsOf(experimentOf(), () => ending(0.7)).variance).toBeUndefined();
    const replicates = { count: 2, baseSeed: 1 };
    const one = resultsOf(experimentOf({ axes: AXES.slice(0, 1), replicates }), ({ index }) =>
      ending(index / 10),
    );
    expect(one.variance).toBeUndefined();
    expect(varianceMarkdown(one, [])).toBe("");
    expect(importancePicture(one)).toEqual([]);
    expect(summaryOf(one, [])).toMatchObject({ analysisOfVariance: null });
    const fixed = [...AXES.slice(0, 1), { path: "architecture.hidden", values: [[3]] }];
    expect(
      resultsOf(experimentOf({ axes: fixed }), ({ index }) => ending(index / 10)).variance,
    ).toBeUndefined();
  });

  const SPEC = "dataset: moons\narchitecture: {hidden: [3]}\neta: [1, 2]\nbatchSize: [5, 10]\nepochs: 1\n";

  function ofSpec(sweep: string): VarianceAnalysis {
    return resultsOf(specOf(`${SPEC}replicates: 2\nsweep: ${sweep}\n`), ({ index }) =>
      ending((index % 7) / 10),
    ).variance!;
  }

  it("not of a grid from which rules have taken, or to which they have added", () => {
    expect(reasonOf(ofSpec("{exclude: [{eta: 1, batchSize: 5}]}"))).toBe(
      "the settings must be all combinations of the axes: 3 of 4",
    );
    expect(reasonOf(ofSpec("{include: [{name: base, eta: 3, batchSize: 7}]}"))).toContain("all combinations");
    expect(
      reasonOf(ofSpec("{when: [{if: {eta: 1}, set: {architecture.activation: tanh}}]}")),
    ).toBeUndefined();
  });

  it("of a grid with zip groups and variants, each of which is one axis", () => {
    const { rows } = ofSpec(
      "{zip: {shape: {architecture.hidden: [[3], [4]], architecture.activation: [tanh, relu]}}, variants: {a: {}, b: {loss: mse}}}",
    );
    expect(rows.map(({ kind, axes }) => (kind === "effect" ? axes.join(" ") : kind))).toEqual([
      "variant",
      "eta",
      "batchSize",
      "shape",
      "variant eta",
      "variant batchSize",
      "variant shape",
      "eta batchSize",
      "eta shape",
      "batchSize shape",
      "higher",
      "replicate",
      "noise",
    ]);
  });
});
