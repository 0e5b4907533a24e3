import { describe, expect, it } from "vitest";
import { buildResults } from "../../src/results/build-results.ts";
import { experimentOf, FACTS, outcomeOf, planOf, resultsOf, type Course } from "./fixture.ts";

const ETAS = [{ path: "eta", values: [0.1, 0.3, 1] }];
const THREE = { count: 3, baseSeed: 1 };

/** Results of three etas with three replicates, from a list of courses per eta. */
function threeEtas(courses: readonly (readonly Course[])[]): ReturnType<typeof resultsOf> {
  const experiment = experimentOf({ axes: ETAS, replicates: THREE });
  return resultsOf(
    experiment,
    ({ configurationIndex, replicate }) => courses[configurationIndex]![replicate]!,
  );
}

function ending(...accuracies: readonly number[]): Course[] {
  return accuracies.map((accuracy) => ({ accuracies: [0.5, accuracy] }));
}

function ranking({ leaderboard }: ReturnType<typeof resultsOf>): number[] {
  return leaderboard.map(({ configuration }) => configuration.index);
}

describe("buildResults() ranks", () => {
  it("by the mean of the objective over the replicates", () => {
    const results = threeEtas([ending(0.7, 0.7, 0.7), ending(0.9, 0.9, 0.9), ending(0.8, 0.8, 0.8)]);
    expect(ranking(results)).toEqual([1, 2, 0]);
    expect(results.best!.index).toBe(1);
    expect(results.complete).toBe(true);
  });

  it("the smaller value first when the goal is to minimize", () => {
    const objective = { metric: "validationLoss", goal: "minimize", at: "last" } as const;
    const results = resultsOf(experimentOf({ axes: ETAS, objective }), ({ configurationIndex }) => {
      return { accuracies: [0.5, [0.7, 0.9, 0.8][configurationIndex]!] };
    });
    expect(ranking(results)).toEqual([1, 2, 0]);
  });

  it("settings with diverged replicates below all without, failed ones last", () => {
    const diverged = { divergedEpoch: 1 };
    const failed = { status: "timeout" } as const;
    const some = [...ending(0.99, 0.99), diverged];
    expect(ranking(threeEtas([some, ending(0.6, 0.6, 0.6), [diverged, diverged, diverged]]))).toEqual([
      1, 0, 2,
    ]);
    expect(ranking(threeEtas([[failed, failed, failed], [diverged, diverged, diverged], some]))).toEqual([
      2, 1, 0,
    ]);
  });

  it("equal settings in the order of the plan", () => {
    expect(ranking(threeEtas([ending(1, 1, 1), ending(1, 1, 1), ending(1, 1, 1)]))).toEqual([0, 1, 2]);
  });
});

describe("buildResults() ties", () => {
  function ties(results: ReturnType<typeof resultsOf>): boolean[] {
    return results.configurations.map((configuration) => {
      return results.leaderboard.find((standing) => standing.configuration === configuration)!.tiesWithBest;
    });
  }

  it("a setting with the best when the paired differences are of both signs", () => {
    const results = threeEtas([ending(0.9, 0.8, 0.7), ending(0.71, 0.92, 0.81), ending(0.1, 0.1, 0.2)]);
    expect(results.best!.index).toBe(1);
    expect(ties(results)).toEqual([true, false, false]);
  });

  it("none when every pair differs alike, however wide the spread of the replicates", () => {
    const results = threeEtas([ending(0.2, 0.5, 0.8), ending(0.25, 0.55, 0.85), ending(0.1, 0.1, 0.1)]);
    expect(ties(results)[0]).toBe(false);
  });

  it("settings of which all differences are 0", () => {
    expect(ties(threeEtas([ending(1, 1, 1), ending(1, 1, 1), ending(0.5, 0.5, 0.5)]))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("a setting that would be apart alone but is not among several, by Holm's correction", () => {
    const distance = [0.05, 0.07, 0.1];
    const near = distance.map((d) => 0.9 - d);
    const one = threeEtas([ending(0.9, 0.9, 0.9), ending(...near), ending(...distance.map((d) => 0.2 - d))]);
    const { difference, corrected } = one.leaderboard[1]!.toBest!;
    if (difference.status !== "tested") throw new Error(difference.status);
    expect(difference.p).toBeLessThan(0.05);
    expect(corrected).toBeCloseTo(difference.p, 12);
    const two = threeEtas([
      ending(0.9, 0.9, 0.9),
      ending(...near),
      ending(...near.map((value) => value - 0.001)),
    ]);
    expect(two.leaderboard[1]!.toBest!.corrected).toBeGreaterThan(0.05);
    expect([ties(one)[1], ties(two)[1]]).toEqual([false, true]);
  });

  it("nothing with diverged replicates, as the others are no fair sample", () => {
    const results = threeEtas([
      [...ending(0.9, 0.8), { divergedEpoch: 1 }],
      ending(0.9, 0.8, 0.7),
      ending(0.8, 0.9, 0.7),
    ]);
    expect(ties(results)).toEqual([false, false, true]);
    expect(results.leaderboard.map(({ toBest }) => toBest?.verdict)).toEqual([undefined, "tied", undefined]);
  });

  it("nothing that differs by the same amount every time: there is no spread to test", () => {
    const results = threeEtas([ending(0.2, 0.5, 0.8), ending(0.25, 0.55, 0.85), ending(0.25, 0.55, 0.85)]);
    expect(results.leaderboard.map(({ toBest }) => [toBest?.verdict, toBest?.difference.status])).toEqual([
      [undefined, undefined],
      ["tied", "allEqual"],
      ["unknown", "allEqual"],
    ]);
  });

  it("nothing from one replicate", () => {
    const results = resultsOf(experimentOf({ axes: ETAS }), () => ({ accuracies: [0.9] }));
    expect(ties(results)).toEqual([false, false, false]);
  });
});

describe("buildResults() tells the sampling error", () => {
  it("of the best one's test accuracy, binomial", () => {
    const facts = { ...FACTS, sizes: { train: 10, validation: 10, test: 400 } };
    const { sampling } = resultsOf(experimentOf(), () => ({ accuracies: [0.8] }), facts);
    expect(sampling).toMatchObject({ metric: "testAccuracy", accuracy: 0.8, examples: 400 });
    expect(sampling!.standardError).toBeCloseTo(0.02, 12);
  });

  it("of no part of a handful of examples", () => {
    const facts = { ...FACTS, sizes: { train: 10, validation: 4, test: 4 } };
    expect(resultsOf(experimentOf(), () => ({ accuracies: [0.8] }), facts).sampling).toBeUndefined();
  });
});

describe("buildResults() reads trials", () => {
  function first(course: Course, at: "last" | "best" = "last") {
    const objective = { metric: "validationAccuracy", goal: "maximize", at } as const;
    return resultsOf(experimentOf({ objective }), () => course).trials[0]!;
  }

  it("with the earliest of equally good epochs as the best one, epoch 0 included", () => {
    expect(first({ accuracies: [0.8, 0.9, 0.9, 0.7] }).bestEpoch).toBe(2);
    expect(first({ accuracies: [0.4, 0.3] }).bestEpoch).toBe(0);
  });

  it("with the objective at the last or at the best epoch", () => {
    expect(first({ accuracies: [0.9, 0.7] }).objective).toBe(0.7);
    expect(first({ accuracies: [0.9, 0.7] }, "best").objective).toBe(0.9);
  });

  it("without objective value for a trial that diverged, over the epochs it has for its best one", () => {
    expect(first({ divergedEpoch: 3 }, "best")).toMatchObject({ objective: null, bestEpoch: 0 });
  });

  it("without anything for a trial that left no record", () => {
    const failed = first({ status: "failed" });
    expect(failed).toMatchObject({
      status: "failed",
      objective: null,
      bestEpoch: undefined,
      record: undefined,
    });
  });

  it("as cancelled where no outcome is known", () => {
    const results = buildResults(planOf(experimentOf()), new Map(), { trainerVersion: 1 });
    expect(results.trials[0]!.status).toBe("cancelled");
    expect(results).toMatchObject({ complete: false, best: undefined });
  });
});

describe("buildResults() summarizes", () => {
  it("the majority-class baseline of the evaluated part", () => {
    const results = resultsOf(experimentOf(), () => ({ accuracies: [0.9] }));
    expect(results.datasets[0]!.baseline).toEqual({ part: "validation", accuracy: 0.6 });
  });

  it("only metrics whose part exists, and requested ones", () => {
    const facts = { ...FACTS, sizes: { train: 10, validation: 0, test: 5 } };
    const objective = { metric: "testAccuracy", goal: "maximize", at: "last" } as const;
    const results = resultsOf(
      experimentOf({ metrics: ["trainLoss"], objective }),
      () => ({ accuracies: [1] }),
      facts,
    );
    expect(results.metrics.map(({ name }) => name)).toEqual([
      "runningLoss",
      "testLoss",
      "testAccuracy",
      "trainLoss",
    ]);
  });

  it("the same whatever the order in which outcomes came", () => {
    const plan = planOf(experimentOf({ axes: ETAS, replicates: THREE }));
    const outcomes = plan.trials.map(
      (trial) => [trial.id, outcomeOf(trial, ending(0.1 * trial.index)[0]!)] as const,
    );
    const [forth, back] = [outcomes, outcomes.toReversed()].map((list) =>
      buildResults(plan, new Map(list), { trainerVersion: 1 }),
    );
    expect(forth).toEqual(back);
  });
});
