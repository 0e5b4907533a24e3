import { describe, expect, it } from "vitest";
import { statusText } from "../../src/report/status-text.ts";
import { experimentOf, resultsOf, type Course } from "../results/fixture.ts";

function statusOf(courses: readonly Course[]): string {
  const experiment = experimentOf({ replicates: { count: courses.length, baseSeed: 1 } });
  const results = resultsOf(experiment, ({ replicate }) => courses[replicate]!);
  return statusText(results.leaderboard[0]!, results);
}

describe("statusText()", () => {
  const good = { accuracies: [0.9, 0.9] };
  const failed = { status: "failed" } as const;
  const diverged = (divergedEpoch: number): Course => ({ divergedEpoch });

  it.each([
    { courses: [good, good], status: "best" },
    { courses: [diverged(1)], status: "diverged at epoch 1" },
    { courses: [good, diverged(2), diverged(2)], status: "best; 2 of 3 diverged at epoch 2" },
    { courses: [diverged(4), diverged(1), failed], status: "2 of 3 diverged at epochs 1, 4; 1 of 3 failed" },
    { courses: [5, 9, 2, 7].map(diverged), status: "4 of 4 diverged at epochs 2 to 9" },
  ])("says $status", ({ courses, status }) => {
    expect(statusOf(courses)).toBe(status);
  });
});
