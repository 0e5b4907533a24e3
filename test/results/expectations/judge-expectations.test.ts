import { asNetwork } from "../../../src/configuration/kind-of.ts";
import { describe, expect, it } from "vitest";
import type { Trial } from "../../../src/trials/trial.ts";
import { experimentOf } from "../../support/train.ts";
import { resultsOf, type Course } from "../fixture.ts";

const SPEC = "dataset: moons\narchitecture: {hidden: [3]}\neta: [0.1, 1, 10]\nepochs: 3\nreplicates: 3\n";
/** Test accuracies at epochs 1 to 3 by eta; replicates differ by a hundredth, eta 10 diverges in its last replicate. */
const COURSES: Readonly<Record<string, readonly number[]>> = {
  "0.1": [0.5, 0.6, 0.7],
  "1": [0.8, 0.95, 0.9],
  "10": [0.6, 0.6, 0.6],
};

function courseOf({ configuration, replicate }: Trial): Course {
  const { eta } = asNetwork(configuration);
  if (eta === 10 && replicate === 2) return { divergedEpoch: 2 };
  return {
    accuracies: COURSES[String(eta)]!.map((accuracy) => accuracy + replicate / 100 + (eta / 1e4) * replicate),
  };
}

/** Returns what becomes of one expectation, written as a map in one line. */
function judge(
  expectation: string,
  course = courseOf,
): { holds: boolean | undefined; expected: string; found: string } {
  const experiment = experimentOf(`${SPEC}expect:\n  - ${expectation}\n`);
  const [result] = resultsOf(experiment, course).expectations;
  const { holds, expected, found } = result!;
  return { holds, expected, found };
}

describe("judgeExpectations() of bounds", () => {
  it("asks the mean of every configuration that where leaves", () => {
    expect(judge("{where: {eta: 0.1}, atMost: 0.72}")).toEqual({
      holds: true,
      expected: "test accuracy must be at most 72.00 % where eta = 0.1",
      found: "71.00 %",
    });
    expect(judge("{where: {eta: {lte: 1}}, atLeast: 0.75}")).toEqual({
      holds: false,
      expected: "test accuracy must be at least 75.00 % where eta <= 1",
      found: "71.00 % (eta = 0.1)",
    });
    expect(judge("{where: {eta: [0.1, 1]}, atLeast: 0.7, atMost: 0.95}")).toMatchObject({
      holds: true,
      expected: "test accuracy must lie between 70.00 % and 95.00 % where eta = 0.1 or 1",
      found: "71.00 % to 91.01 %",
    });
  });

  it("asks the best mean, every replicate or some of them where told", () => {
    expect(judge("{of: best, where: {eta: {lt: 10}}, atLeast: 0.9}")).toMatchObject({
      holds: true,
      found: "91.01 % (eta = 1)",
    });
    expect(judge("{of: best, where: {eta: {lt: 10}}, metric: testLoss, atMost: 0.1}").found).toBe(
      "0.0899 (eta = 1)",
    );
    expect(judge("{of: every, where: {eta: 1}, atLeast: 0.905}")).toMatchObject({
      holds: false,
      found: "90.00 % (eta = 1, replicate 0)",
    });
    expect(judge("{of: some, where: {eta: 1}, atLeast: 0.915}")).toMatchObject({ holds: true });
    expect(judge("{of: some, where: {eta: 1}, atLeast: 0.95}")).toMatchObject({ holds: false });
  });

  it("looks at the epoch that is asked for", () => {
    expect(judge("{where: {eta: 1}, at: 0, equals: 0.5}")).toMatchObject({ holds: true, found: "50.00 %" });
    expect(judge("{where: {eta: 1}, at: 1, equals: 0.81, tolerance: 0.001}")).toMatchObject({ holds: true });
    expect(judge("{where: {eta: 1}, at: best, atLeast: 0.96}")).toMatchObject({
      holds: true,
      found: "96.01 %",
    });
    expect(judge("{where: {eta: 1}, at: {upTo: 1}, atLeast: 0.96}")).toMatchObject({
      holds: false,
      expected: "test accuracy at the best of epochs 0 to 1 must be at least 96.00 % where eta = 1",
    });
  });

  it("fails where a replicate diverged before the epoch", () => {
    expect(judge("{where: {eta: 10}, atLeast: 0}")).toMatchObject({
      holds: false,
      found: "no value (eta = 10)",
    });
    expect(judge("{where: {eta: 10}, at: 1, atLeast: 0}")).toMatchObject({ holds: true });
  });
});

describe("judgeExpectations() of divergence", () => {
  it.each([
    ["{where: {eta: {lt: 10}}, diverged: none}", true, "0 of 6 diverge"],
    ["{diverged: none}", false, "1 of 9 diverge: eta = 10"],
    ["{diverged: some}", true, "1 of 9 diverge"],
    ["{where: {eta: 1}, diverged: some}", false, "0 of 3 diverge"],
    ["{where: {eta: 10}, diverged: every}", false, "1 of 3 diverge; not eta = 10"],
  ])("says of %s: %s, %s", (expectation, holds, found) => {
    expect(judge(expectation)).toMatchObject({ holds, found });
  });
});

describe("judgeExpectations() of comparisons", () => {
  it("holds where the interval of the paired difference lies beyond the margin", () => {
    expect(judge("{where: {eta: 1}, beats: {eta: 0.1}, by: 0.19}")).toMatchObject({
      holds: true,
      expected: "test accuracy must be better by more than 19.00 points where eta = 1 than where eta = 0.1",
      found: "better by 20.01 ± 0.02 points",
    });
    expect(judge("{where: {eta: 1}, beats: {eta: 0.1}, by: 0.2}")).toMatchObject({ holds: false });
    expect(judge("{where: {eta: 1}, beats: {eta: 0.1}, metric: testLoss}")).toMatchObject({ holds: true });
    expect(judge("{where: {eta: 0.1}, beats: {eta: 1}}").found).toBe("worse by 20.01 ± 0.02 points");
  });

  it("fails where a replicate has no value, and where nothing is left to test", () => {
    expect(judge("{where: {eta: 1}, beats: {eta: 10}}")).toMatchObject({
      holds: false,
      found: "some replicates have no value",
    });
    const alike = judge("{where: {eta: 1}, beats: {eta: 0.1}}", ({ configuration }) => ({
      accuracies: [asNetwork(configuration).eta / 20 + 0.5],
    }));
    expect(alike).toMatchObject({
      holds: false,
      found: "better by 4.50 points in every pair, which leaves nothing to test",
    });
  });
});

describe("judgeExpectations() of trends", () => {
  const steps = (...means: readonly number[]) => {
    return ({ configurationIndex }: Trial): Course => ({ accuracies: [means[configurationIndex]!] });
  };

  it.each([
    ["rises: eta", [0.6, 0.7, 0.8], true, "from 60.00 % (0.1) to 80.00 % (10)"],
    ["rises: eta", [0.6, 0.8, 0.8], true, "from 60.00 % (0.1) to 80.00 % (10)"],
    ["rises: eta", [0.6, 0.8, 0.7], false, "from 80.00 % (1) to 70.00 % (10)"],
    ["rises: eta, tolerance: 0.11", [0.6, 0.8, 0.7], true, "from 60.00 % (0.1) to 70.00 % (10)"],
    ["rises: eta, tolerance: 0.5", [0.7, 0.8, 0.6], false, "from 70.00 % (0.1) to 60.00 % (10)"],
    ["rises: eta", [0.7, 0.7, 0.7], false, "from 70.00 % (0.1) to 70.00 % (10)"],
    ["falls: eta", [0.8, 0.7, 0.6], true, "from 80.00 % (0.1) to 60.00 % (10)"],
    ["falls: eta", [0.8, 0.6, 0.7], false, "from 60.00 % (1) to 70.00 % (10)"],
  ])("says of %s along %j: %s", (claim, means, holds, found) => {
    expect(judge(`{${claim}}`, steps(...means))).toMatchObject({ holds, found });
  });

  it("takes numbers in ascending order and other values as written", () => {
    const experiment = experimentOf(
      "dataset: moons\narchitecture: {hidden: [[3], [2], [9]]}\neta: [10, 1]\nepochs: 1\n" +
        "expect:\n  - {rises: architecture.hidden}\n  - {falls: eta}\n",
    );
    const { expectations } = resultsOf(experiment, ({ configurationIndex: i }) => ({
      accuracies: [0.5 + i / 100],
    }));
    expect(expectations.map(({ holds, found }) => [holds, found])).toEqual([
      [true, "from 50.50 % ([3]) to 54.50 % ([9])"],
      [true, "from 53.00 % (1) to 52.00 % (10)"],
    ]);
  });
});

describe("judgeExpectations()", () => {
  it("judges nothing where a trial left no record", () => {
    const incomplete = judge("{diverged: every}", (trial) => {
      return trial.index === 0 ? { status: "failed" } : { accuracies: [0.9] };
    });
    expect(incomplete).toMatchObject({
      holds: undefined,
      found: "not judged, as not every trial has a record",
    });
  });
});
