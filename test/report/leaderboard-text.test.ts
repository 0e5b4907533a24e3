import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { leaderboardText } from "../../src/report/leaderboard-text.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";
import { mixedResults } from "../results/mixed-results.ts";

const PLAIN = { paint: createColors(false), width: 100 };

describe("leaderboardText()", () => {
  it("shows rank, axes, mean with interval, parameters and what became of the replicates", () => {
    const lines = leaderboardText(mixedResults(), PLAIN).split("\n");
    expect(lines.slice(0, 7)).toEqual([
      "mixed  validation accuracy at the last epoch, mean ± 95 % confidence interval of 2 replicates",
      "   eta  hidden  validation accuracy  from the best  parameters",
      "1  0.3   [8,8]      87.50 ± 31.77 %                        130  best",
      "2  0.3      []      85.00 ± 63.53 %  -2.50 ± 31.77          10  tie",
      "3    3   [8,8]     60.00 % (1 of 2)              -         130  1 of 2 failed",
      "4    3      []                    -              -          10  2 of 2 diverged at epochs 1, 2",
      "not distinguishable from the best: eta = 0.3, hidden = []",
    ]);
    expect(lines.slice(7).every((line) => /^(?:!| ) /.test(line))).toBe(true);
  });

  it("leaves out parameters that are all the same, and differences of single replicates", () => {
    const axes = [{ path: "eta", values: [1, 2] }];
    const [, headings] = leaderboardText(
      resultsOf(experimentOf({ axes }), ({ index }) => ({ accuracies: [index / 2] })),
      PLAIN,
    ).split("\n");
    expect(headings).toBe("   eta  validation accuracy");
  });

  it("writes no control character without colours, and colours with them", () => {
    const text = leaderboardText(mixedResults(), PLAIN);
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/\u001B/);
    expect(leaderboardText(mixedResults(), { ...PLAIN, paint: createColors(true) })).toContain("\u001B[");
  });

  it("shows the ten best and names the diverged ones below", () => {
    const axes = [{ path: "eta", values: Array.from({ length: 12 }, (_, i) => i + 1) }];
    const results = resultsOf(experimentOf({ axes }), ({ index }) => {
      return index === 11 ? { divergedEpoch: 4 } : { accuracies: [index / 20] };
    });
    const text = leaderboardText(results, PLAIN);
    expect(text).toContain("... and 2 more in trials.csv\ndiverged: eta = 12\n");
    expect(text).not.toMatch(/^11 /m);
  });

  it("shortens long values on a narrow screen", () => {
    const long = Array.from({ length: 30 }, () => 100);
    const axes = [{ path: "architecture.hidden", values: [long, [1]] }];
    const text = leaderboardText(
      resultsOf(experimentOf({ axes }), () => ({ accuracies: [1] })),
      { ...PLAIN, width: 80 },
    );
    expect(text).toContain("[100,100,100,100,10…");
  });
});
