import { describe, expect, it } from "vitest";
import { planTrials } from "../../../src/trials/plan.ts";
import { readExperiment } from "../../support/read-experiment.ts";

const SPEC =
  "dataset: xor\narchitecture: {hidden: [[2], [4]]}\neta: [1, 10]\nepochs: [5, 9]\nreplicates: 2\n";
const LAST_LINE = 7;

/** Returns the problems of an expectation, written as a map in one line, as "column: message". */
function problemsOf(expectation: string, spec = SPEC): string[] {
  const { problems } = readExperiment(`${spec}expect:\n  - ${expectation}\n`, "a.yaml", { limit: 100 });
  expect(problems.every(({ line }) => line === LAST_LINE)).toBe(true);
  return problems.map(({ column, message, hint }) => `${column}: ${message}${hint ? `; ${hint}` : ""}`);
}

describe("readExpectations()", () => {
  it.each([
    ["{}", "5: expect must have one of the keys atLeast, atMost, equals, diverged, beats, rises, falls"],
    ["{atMost: 1, beats: {eta: 1}}", '17: Unknown key "beats" in expect'],
    ["{where: {eta: 3}, atLeast: 1}", "13: This expectation matches no configuration"],
    ["{where: {eta: 1}, beats: {eta: 3}}", "30: beats matches no configuration"],
    [
      "{where: {eta: 1}, beats: {eta: {gte: 1}}}",
      "23: where and beats match some of the same configurations",
    ],
    ["{metric: testLos, atMost: 1}", "14: expect.metric must be one of"],
    [
      "{metric: validationLoss, atMost: 1}",
      "14: The metric validationLoss needs a validation part (got none in xor)",
    ],
    [
      "{metric: trainLoss, atMost: 1}",
      "14: The metric trainLoss must be listed in metrics; Write metrics: [trainLoss]",
    ],
    [
      "{metric: layerGradient1, atMost: 1}",
      "14: The metric layerGradient1 must be listed in metrics; Write metrics: [layerGradients]",
    ],
    ["{at: 6, atMost: 1}", "10: at must be an epoch of every trial, so at most 5 (got 6)"],
    ["{at: {upTo: 10}, atMost: 1}", "10: at must be an epoch of every trial, so at most 5 (got 10)"],
    ["{falls: hidden}", '13: falls must name an axis (got "hidden"); Write architecture.hidden'],
    [
      "{falls: loss}",
      '13: falls must name an axis (got "loss"); The axes are architecture.hidden, eta, epochs',
    ],
    ["{where: {eta: 1}, rises: eta}", "30: eta must have several values within where (got one)"],
    ["{atLeast: 0.3, atMost: 0.2}", "28: atLeast must be at most atMost (got 0.3 and 0.2)"],
  ])("refuses %s at its place", (expectation, problem) => {
    expect(problemsOf(expectation)).toEqual([expect.stringContaining(problem)]);
  });

  it("refuses a comparison in pairs of a single replicate, however it is written", () => {
    for (const replicates of ["replicates: 1", "replicates: {baseSeed: 3}"]) {
      const spec = SPEC.replace("replicates: 2", replicates);
      expect(problemsOf("{where: {eta: 1}, beats: {eta: 10}}", spec)).toEqual([
        expect.stringContaining("two replicates"),
      ]);
    }
  });

  it("allows what is measured where it looks, and epochs that exist there", () => {
    const spec = SPEC.replace("xor", "[xor, digits]").replace("replicates: 2", "metrics: [trainLoss]");
    expect(problemsOf("{where: {dataset: digits}, metric: validationAccuracy, atLeast: 0}", spec)).toEqual(
      [],
    );
    expect(problemsOf("{metric: trainLoss, atLeast: 0}", spec)).toEqual([]);
    expect(problemsOf("{where: {epochs: 9}, at: 9, atLeast: 0}")).toEqual([]);
  });

  it("refuses a layer's metric where some network has fewer layers", () => {
    const spec = SPEC.replace("replicates: 2", "metrics: [layerGradients]");
    expect(problemsOf("{metric: layerGradient5, atMost: 1}", spec)).toEqual([
      expect.stringContaining("needs 5 layers in every network (got "),
    ]);
    expect(problemsOf("{metric: layerGradient1, atMost: 1}", spec)).toEqual([]);
  });

  it("says nothing of a spec whose grid is unknown", () => {
    const { problems } = readExperiment(
      `${SPEC.replace("eta: [1, 10]", "eta: [0]")}expect: [{where: {eta: 3}, atLeast: 1}]\n`,
      "a.yaml",
      { limit: 100 },
    );
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });

  it("leaves every trial's identity as it is", () => {
    const ids = (text: string): string[] =>
      planTrials(readExperiment(text, "a.yaml", { limit: 100 }).experiment!).trials.map(({ id }) => id);
    expect(ids(`${SPEC}expect: [{because: no reason, atLeast: 0}]\n`)).toEqual(ids(SPEC));
  });

  it("reads each claim with its defaults", () => {
    const { experiment } = readExperiment(
      `${SPEC}expect:\n  - diverged: none\n  - at: best\n    atLeast: 0\n`,
      "a.yaml",
      { limit: 100 },
    );
    expect(experiment!.expect!.map(({ claim }) => claim)).toEqual([
      { kind: "divergence", diverged: "none" },
      { kind: "bound", metric: "testAccuracy", goal: "maximize", at: "best", of: "mean", low: 0 },
    ]);
  });
});

describe("readExpectations() with --set", () => {
  const FILE = `${SPEC}report: {baseline: {eta: 1, epochs: 5, architecture.hidden: [2]}}
expect:
  - {where: {eta: 1}, atLeast: 0}
  - {falls: eta}
  - {where: {eta: 1}, beats: {eta: 10}}
  - {atMost: 0.9}
`;
  const read = (...set: string[]) => readExperiment(FILE, "a.yaml", { limit: 100, set });

  it("passes over what no longer applies, with one notice each, and judges the rest", () => {
    expect(read()).toMatchObject({ problems: [], experiment: { expect: { length: 4 } } });
    const { experiment, problems } = read("eta=3");
    expect(experiment!.expect).toHaveLength(1);
    expect(experiment!.report).toBeUndefined();
    expect(problems.map(({ severity, line }) => `${severity} ${line}`)).toEqual(
      [6, 8, 9, 10].map((line) => `warning ${line}`),
    );
    for (const { message } of problems) expect(message).toMatch(/^Not checked because of --set: /);
  });

  it("refuses what --set itself expects of nothing", () => {
    const { experiment, problems } = read("eta=3", "expect=[{where: {eta: 1}, atLeast: 0}]");
    expect(experiment).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });

  it("has no empty hint where there is no axis", () => {
    const spec = "dataset: xor\narchitecture: {hidden: []}\neta: 1\nepochs: 5\n";
    const { problems } = readExperiment(`${spec}expect: [{rises: eta}]\n`, "a.yaml", { limit: 100 });
    expect(problems).toMatchObject([{ hint: "Give eta several values" }]);
  });
});
