import { describe, expect, it } from "vitest";
import { samplingText, uncertaintiesOf } from "../../../src/report/summary/uncertainty.ts";
import { experimentOf, FACTS, resultsOf, type Course } from "../../results/fixture.ts";

function textOf(accuracy: number, count = 1, test = 400): string {
  const facts = { ...FACTS, sizes: { train: 10, validation: 10, test } };
  const experiment = experimentOf({ replicates: { count, baseSeed: 1 } });
  return samplingText(resultsOf(experiment, () => ({ accuracies: [accuracy] }), facts));
}

describe("samplingText()", () => {
  it("says what the intervals leave out, with the binomial standard error", () => {
    expect(textOf(0.8, 2)).toBe(
      "The intervals cover initial weights and the order of examples, but not the choice of examples: with 400 test examples, " +
        "the best accuracy, 80.0 %, has a standard error of 2.0 points.",
    );
  });

  it("does not speak of intervals where there are none", () => {
    expect(textOf(0.8)).toMatch(
      /^The choice of examples adds uncertainty: .* standard error of 2\.0 points\.$/,
    );
  });

  it("claims no certainty from a test without a mistake", () => {
    expect(textOf(1, 2)).toContain(
      "all 400 test examples are right, but up to 0.75 % of all possible examples may be wrong (95 % confidence)",
    );
  });

  it("says nothing of a handful of examples", () => {
    expect(textOf(0.75, 2, 4)).toBe("");
  });
});

describe("uncertaintiesOf()", () => {
  const sentencesOf = (courses: readonly (readonly Course[])[]): string[] => {
    const experiment = experimentOf({
      axes: [{ path: "eta", values: courses.map((_, i) => i + 1) }],
      replicates: { count: courses[0]!.length, baseSeed: 1 },
    });
    return uncertaintiesOf(
      resultsOf(experiment, ({ configurationIndex, replicate }) => courses[configurationIndex]![replicate]!),
    );
  };
  const ending = (...accuracies: readonly number[]): Course[] =>
    accuracies.map((accuracy) => ({ accuracies: [accuracy] }));

  it("names the settings that may be as good, and says where the spread is unknown", () => {
    const sentences = sentencesOf([ending(0.9, 0.9), ending(0.85, 0.85)]);
    expect(sentences).toContain("May be as good as the best (undecided): eta = 2.");
    expect(sentences).toContain(
      "Where two settings differ by the same amount in every replicate, the spread is unknown.",
    );
  });

  it("names the settings of which some replicates diverged", () => {
    const sentences = sentencesOf([[...ending(0.9, 0.9), { divergedEpoch: 3 }], ending(0.5, 0.7, 0.6)]);
    expect(sentences.join(" ")).toContain("Some replicates of eta = 1 diverged or failed.");
  });
});
