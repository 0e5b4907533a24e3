import { describe, expect, it } from "vitest";
import { leaderboardMarkdown } from "../../src/report/summary/leaderboard-markdown.ts";
import { reportPictures } from "../../src/report/pictures/report-pictures.ts";
import { summaryMarkdown } from "../../src/report/summary/summary-markdown.ts";
import type { Results } from "../../src/results/results.ts";
import { summaryOf } from "../../src/results/tables/summary.ts";
import { experimentOf } from "../support/train.ts";
import { resultsOf, type Course } from "./fixture.ts";

const SPEC = `dataset: moons
architecture: {hidden: [3]}
eta: [1, 2, 4]
epochs: 1
replicates: 2
report: {baseline: {eta: 1}}
`;
const COURSES = [
  [0.5, 0.6],
  [0.7, 0.9],
  [0.8, 0.75],
].map((list) => list.map((accuracy): Course => ({ accuracies: [accuracy] })));

function results(courses = COURSES): Results {
  return resultsOf(experimentOf(SPEC), ({ configurationIndex, replicate }) => {
    return courses[configurationIndex]![replicate]!;
  });
}

describe("buildResults() with a baseline", () => {
  it("compares every setting with it, and still judges by the best", () => {
    const { leaderboard, baseline } = results();
    expect(baseline!.index).toBe(0);
    expect(leaderboard.map(({ toBaseline }) => toBaseline?.difference.mean?.toFixed(4))).toEqual([
      "0.2500",
      "0.2250",
      undefined,
    ]);
    expect(leaderboard.map(({ toBest }) => toBest?.verdict)).toEqual([undefined, "undecided", "undecided"]);
    expect(leaderboard.map(({ toBaseline }) => toBaseline?.verdict)).toEqual([
      "undecided",
      "undecided",
      undefined,
    ]);
  });

  it("is named in the summary", () => {
    expect(summaryMarkdown(results(), reportPictures(results()))).toContain(
      "Difference from the baseline (eta = 1): +25 (-87 to +100) points.",
    );
    expect(leaderboardMarkdown(results())).toMatch(
      /from the best[^]*from the baseline[^]*undecided[^]*; baseline/,
    );
    const { comparisons } = summaryOf(results(), []) as { comparisons: { reference: number }[] };
    expect(comparisons.map(({ reference }) => reference)).toEqual([1, 0]);
  });

  it("compares nothing with one that diverged", () => {
    const diverged = results([[{ divergedEpoch: 1 }, { divergedEpoch: 1 }], ...COURSES.slice(1)]);
    expect(diverged.leaderboard.every(({ toBaseline }) => toBaseline === undefined)).toBe(true);
    expect(leaderboardMarkdown(diverged)).toContain("No setting is compared with the baseline");
  });
});
