import { describe, expect, it } from "vitest";
import { reportPictures } from "../../../src/report/pictures/report-pictures.ts";
import { summaryMarkdown } from "../../../src/report/summary/summary-markdown.ts";
import type { Results } from "../../../src/results/results.ts";
import { experimentOf, resultsOf } from "../../results/fixture.ts";
import { mixedResults } from "../../results/mixed-results.ts";
import { expectGolden } from "../../support/expect-golden.ts";

function summaryOf(results: Results): string {
  return summaryMarkdown(results, reportPictures(results));
}

describe("summaryMarkdown()", () => {
  it("writes the golden summary.md, in which hostile text stays text", () => {
    expectGolden("mixed.summary.md", summaryOf(mixedResults()));
  });

  it("shows every replicate where there is one setting only", () => {
    const experiment = experimentOf({ replicates: { count: 2, baseSeed: 1 } });
    const text = summaryOf(
      resultsOf(experiment, ({ replicate }) => ({ accuracies: [0.8, 0.9 - 0.2 * replicate] })),
    );
    expect(text).toContain("**Validation accuracy at the last epoch: 80 % (0 to 100)** (mean");
    expect(text).toMatch(/\| 1 \|.*\| 70\.00 % \|.*\| 1 \| completed \|/);
    expect(text).not.toContain("## Leaderboard");
  });

  it("says that there is no best setting when all diverged, and shows no plot without a curve", () => {
    const text = summaryOf(resultsOf(experimentOf(), () => ({ divergedEpoch: 1 })));
    expect(text).toContain("**No setting finished training**");
    expect(text).not.toContain("learning-curves.svg");
  });

  it("lists at most 30 settings", () => {
    const values = Array.from({ length: 40 }, (_, i) => i + 1);
    const results = resultsOf(experimentOf({ axes: [{ path: "eta", values }] }), ({ index }) => {
      return { accuracies: [0.5, index / 50] };
    });
    expect(summaryOf(results)).toContain("trials.csv has the other 10 settings.");
  });
});
