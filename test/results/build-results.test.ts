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

describe("buildResults() compares with the best", () => {
  type Found = ReturnType<typeof resultsOf>;

  /** By configuration; undefined for the best. */
  function verdicts({ configurations, leaderboard }: Found): (string | undefined)[] {
    return configurations.map((configuration) => {
      return leaderboard.find((standing) => standing.configuration === configuration)!.toBest?.verdict;
    });
  }

  it("a setting that is clearly worse, and one that might be better", () => {
    const results = threeEtas([ending(0.9, 0.8, 0.7), ending(0.71, 0.92, 0.81), ending(0.1, 0.1, 0.2)]);
    expect(results.best!.index).toBe(1);
    expect(verdicts(results)).toEqual(["undecided", undefined, "worse"]);
  });

  it("a setting within the margin as a tie, by default one point of a share", () => {
    const courses = [ending(0.9, 0.8, 0.85), ending(0.8995, 0.7994, 0.8497), ending(0.9001, 0.8, 0.85)];
    expect(verdicts(threeEtas(courses))).toEqual(["tie", "tie", undefined]);
    const strict = resultsOf(
      experimentOf({ axes: ETAS, replicates: { count: 3, baseSeed: 1 }, report: { margin: 0.0001 } }),
      ({ configurationIndex, replicate }) => courses[configurationIndex]![replicate]!,
    );
    expect(verdicts(strict)).not.toContain("tie");
    expect(strict.comparing).toMatchObject([{ settings: 3, margin: 0.0001 }]);
  });

  it("a loss without any margin, and its larger value as worse", () => {
    const objective = { metric: "validationLoss", goal: "minimize", at: "last" } as const;
    const replicates = { count: 3, baseSeed: 1 };
    const results = resultsOf(
      experimentOf({ axes: ETAS, objective, replicates }),
      ({ configurationIndex, replicate }) => {
        return {
          accuracies: [
            [0.9, 0.899, 0.5][configurationIndex]! + replicate * [0.01, 0.012, 0.009][configurationIndex]!,
          ],
        };
      },
    );
    expect(verdicts(results)).toEqual(["undecided", undefined, "worse"]);
  });

  it("settings of which all differences are 0 as a tie", () => {
    expect(verdicts(threeEtas([ending(1, 1, 1), ending(1, 1, 1), ending(0.5, 0.5, 0.5)]))).toEqual([
      undefined,
      "tie",
      "undecided", // nothing varies, so nothing is known
    ]);
  });

  it("nothing with diverged replicates, as the others are no fair sample", () => {
    const results = threeEtas([
      [...ending(0.9, 0.8), { divergedEpoch: 1 }],
      ending(0.9, 0.8, 0.7),
      ending(0.8, 0.9, 0.7),
    ]);
    expect(verdicts(results)).toEqual([undefined, undefined, "undecided"]);
    expect(results.comparing[0]!.settings).toBe(2);
  });

  it("nothing from one replicate", () => {
    const results = resultsOf(experimentOf({ axes: ETAS }), () => ({ accuracies: [0.9] }));
    expect(verdicts(results)).toEqual([undefined, undefined, undefined]);
    expect(results.comparing).toEqual([]);
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
