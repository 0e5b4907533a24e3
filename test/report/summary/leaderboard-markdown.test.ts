import { describe, expect, it } from "vitest";
import { leaderboardMarkdown } from "../../../src/report/summary/leaderboard-markdown.ts";
import { experimentOf, resultsOf, type Course } from "../../results/fixture.ts";

/** The section for two or three etas with the courses given for each replicate. */
function sectionOf(courses: readonly (readonly Course[])[], metric = "validationAccuracy"): string {
  const experiment = experimentOf({
    axes: [{ path: "eta", values: courses.map((_, i) => i + 1) }],
    replicates: { count: courses[0]!.length, baseSeed: 1 },
    objective: { metric, goal: metric.endsWith("Loss") ? "minimize" : "maximize", at: "last" },
  });
  return leaderboardMarkdown(
    resultsOf(experiment, ({ configurationIndex, replicate }) => courses[configurationIndex]![replicate]!),
  );
}

function ending(...accuracies: readonly number[]): Course[] {
  return accuracies.map((accuracy) => ({ accuracies: [accuracy] }));
}

describe("leaderboardMarkdown()", () => {
  it("says what its intervals guarantee, and what each word means", () => {
    const text = sectionOf([ending(0.9, 0.8, 0.7), ending(0.7, 0.9, 0.6), ending(0.1, 0.2, 0.1)]);
    expect(text).toContain(
      "With about 95 % confidence, the intervals contain all 2 true differences, even though the best setting was selected by its result.",
    );
    expect(text).toContain("**worse**: the interval excludes 0; **undecided**: too few replicates to decide");
    expect(text).not.toContain("**tie**");
  });

  it("says of one replicate why it has neither interval nor difference", () => {
    const text = sectionOf([ending(0.9), ending(0.7)]);
    expect(text).toContain(
      "Each setting has one replicate, so the spread is unknown and there are no intervals or tests.",
    );
    expect(text).not.toMatch(/±|from the best/);
  });

  it("says that a difference that is always the same has no test", () => {
    const text = sectionOf([ending(0.9, 0.9), ending(0.85, 0.85), ending(0.9, 0.9)]);
    expect(text).toContain("| -5.00 each time |");
    expect(text).toContain("| 0.00 each time |");
  });

  it("shows the mean of what did not diverge, marked, below all whole settings", () => {
    const text = sectionOf([[...ending(0.9, 0.9), { divergedEpoch: 3 }], ending(0.5, 0.7, 0.6)]);
    expect(text).toMatch(/\| 2 \| 1 \| 90\.00 % \(2 of 3\) \| 0\.00 \| .* 1 of 3 diverged at epoch 3 \|/);
  });

  it("compares nothing with a best one of which a replicate diverged", () => {
    const text = sectionOf([
      [...ending(0.9), { divergedEpoch: 3 }],
      [{ divergedEpoch: 1 }, ...ending(0.8)],
    ]);
    expect(text).toContain(
      "No setting is compared with the best: some of its replicates diverged or failed.",
    );
  });

  it("gives differences of a loss in its own unit", () => {
    const text = sectionOf([ending(0.9, 0.8), ending(0.5, 0.6)], "validationLoss");
    expect(text).not.toContain("in points");
    expect(text).toContain("| 0.45 (0.00 to 1.09) | 0.071 | +0.3 ± 1.3 |");
  });
});
