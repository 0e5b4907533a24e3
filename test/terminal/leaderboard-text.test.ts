import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { ASCII, UNICODE } from "../../src/terminal/glyphs.ts";
import { leaderboardText } from "../../src/terminal/leaderboard-text.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";
import { mixedResults } from "../results/mixed-results.ts";

const PLAIN = { paint: createColors(false), width: 100 };
const TERMINAL = { ...PLAIN, glyphs: UNICODE };

describe("leaderboardText()", () => {
  it("shows rank, axes, mean with interval, parameters and what became of the replicates", () => {
    const lines = leaderboardText(mixedResults(), PLAIN).split("\n");
    expect(lines.slice(0, 7)).toEqual([
      "mixed  validation accuracy at the last epoch, mean ± 95 % confidence interval of 2 replicates",
      "   eta  hidden  validation accuracy  from the best  parameters",
      "1  0.3   [8,8]      88 % (28 to 99)                        130  best",
      "2  0.3      []      85 % (4 to 100)        -2 ± 32          10  undecided (12)",
      "3    3   [8,8]     60.00 % (1 of 2)              -         130  1 of 2 failed",
      "4    3      []                    -              -          10  2 of 2 diverged at epochs 1, 2",
      "1 undecided against the best: about 12 replicates would decide it",
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

  it("draws intervals on the scale of the better half, and curves with a cross where they diverged", () => {
    const lines = leaderboardText(mixedResults(), { ...TERMINAL, width: 110 }).split("\n");
    expect(lines.slice(1, 8)).toEqual([
      "                      validation  from the",
      "   eta  hidden          accuracy      best  parameters  75.00     97.50  epochs 0-2",
      "1  0.3   [8,8]   88 % (28 to 99)                   130  ◂───────●─────▸  ▁▆█         best",
      "2  0.3      []   85 % (4 to 100)   -2 ± 32          10  ◂─────●───────▸  ▁▅█         undecided (12)",
      "3    3   [8,8]  60.00 % (1 of 2)         -         130  ◂                ▁▂▃         1 of 2 failed",
      "4    3      []                 -         -          10                   ▁×          2 of 2 diverged",
      "                                                                                     at epochs 1, 2",
    ]);
  });

  it("spells all it writes itself in ASCII where there is nothing else", () => {
    const text = leaderboardText(mixedResults(), { ...PLAIN, glyphs: ASCII });
    expect(text).toContain("-2 +- 32");
    expect(text).not.toMatch(/[^\n -~]/);
  });

  it("fits every width that a terminal may have", () => {
    const long = Array.from({ length: 30 }, () => 100);
    const results = resultsOf(
      experimentOf({
        axes: [
          { path: "architecture.hidden", values: [long, [1]] },
          { path: "architecture.activation", values: ["sigmoid", "relu"] },
          { path: "eta", values: [0.001, 0.01] },
        ],
        replicates: { count: 3, baseSeed: 0 },
      }),
      ({ index }) => (index === 20 ? { divergedEpoch: 3 } : { accuracies: [0.5, index / 30] }),
    );
    for (const width of [40, 60, 80, 100, 120, 200]) {
      const lines = leaderboardText(results, { ...TERMINAL, width }).split("\n");
      expect(
        Math.max(...lines.filter((line) => / /.test(line)).map(({ length }) => length)),
      ).toBeLessThanOrEqual(width);
    }
  });

  it("leaves out what figures say already before what they do not", () => {
    const headingsAt = (width: number): boolean[] => {
      const [, ...lines] = leaderboardText(mixedResults(), { ...TERMINAL, width }).split("\n");
      const headings = lines.slice(0, 3).join(" ");
      return ["parameters", "97.50", "epochs 0-2", "from the"].map((heading) => headings.includes(heading));
    };
    expect(headingsAt(130)).toEqual([true, true, true, true]);
    expect(headingsAt(99)).toEqual([false, true, true, true]);
    expect(headingsAt(87)).toEqual([false, false, true, true]);
    expect(headingsAt(70)).toEqual([false, false, false, true]);
    expect(headingsAt(50)).toEqual([false, false, false, false]);
  });
});
