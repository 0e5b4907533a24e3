import { describe, expect, it } from "vitest";
import { varianceMarkdown } from "../../../src/report/summary/variance-markdown.ts";
import { experimentOf, resultsOf, type Course } from "../../results/fixture.ts";

const AXES = [
  { path: "eta", values: [0.1, 1] },
  { path: "architecture.hidden", values: [[], [3]] },
];

function sectionOf(count: number, courseOf: (configuration: number, replicate: number) => Course): string {
  const experiment = experimentOf({ axes: AXES, replicates: { count, baseSeed: 1 } });
  return varianceMarkdown(
    resultsOf(experiment, ({ configurationIndex, replicate }) => courseOf(configurationIndex, replicate)),
    [],
  );
}

describe("varianceMarkdown()", () => {
  it("shows what each axis, both together, replicates and noise account for", () => {
    const rows = sectionOf(2, (c, r) => ({
      accuracies: [0.5 + 0.2 * (c >> 1) + (c === 3 && r === 1 ? 0.1 : 0)],
    }))
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(rows).toEqual([
      "| source | share | sum of squares | degrees of freedom | F | p |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
      "| eta | 93.1 % | 0.1012 | 1 | 81 | 0.0029 |",
      "| hidden | 1.1 % | 0.00125 | 1 | 1 | 0.39 |",
      "| eta × hidden | 1.1 % | 0.00125 | 1 | 1 | 0.39 |",
      "| replicate (same in all settings) | 1.1 % | 0.00125 | 1 |  |  |",
      "| seed noise | 3.4 % | 0.00375 | 3 |  |  |",
    ]);
  });

  it("says why nothing is tested, and why there is no analysis", () => {
    const one = sectionOf(1, (c) => ({ accuracies: [c / 10] }));
    expect(one).toContain("There are no tests: with one replicate the noise is unknown");
    expect(one).not.toContain("| F |");
    const diverged = sectionOf(1, (c) => (c === 0 ? { divergedEpoch: 1 } : { accuracies: [c / 10] }));
    expect(diverged).toBe(
      "## Variance\n\nNo analysis of variance: every trial must have a value: 1 of 4 have none.",
    );
  });
});
