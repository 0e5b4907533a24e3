import { describe, expect, it } from "vitest";
import { leaderboardText } from "../../../src/terminal/leaderboard-text.ts";
import { UNICODE } from "../../../src/terminal/glyphs.ts";
import { readBoard, type BoardFiles } from "../../../src/results/reading/read-board.ts";
import { resultFiles } from "../../../src/results/result-files.ts";
import type { Results } from "../../../src/results/results.ts";
import { createColors } from "picocolors";
import { RULED_SPEC } from "../../spec/valid-spec.ts";
import { experimentOf as trainedExperiment } from "../../support/train.ts";
import { experimentOf, resultsOf } from "../fixture.ts";
import { mixedResults } from "../mixed-results.ts";

const screen = { paint: createColors(true), width: 120, glyphs: UNICODE };

function filesOf(results: Results): BoardFiles {
  const content = new Map(resultFiles(results).map((file) => [file.path, file.content]));
  return {
    summary: content.get("summary.json")!,
    trials: content.get("trials.csv")!,
    epochs: content.get("epochs.csv")!,
  };
}

/** Results whose objective is that of the best epoch. */
function peakedResults(): Results {
  return resultsOf(
    experimentOf({
      axes: [{ path: "eta", values: [1, 2] }],
      replicates: { count: 2, baseSeed: 3 },
      objective: { metric: "validationAccuracy", goal: "maximize", at: "best" },
    }),
    ({ index }) => ({ accuracies: [0.9 - index / 50, 0.2] }),
  );
}

/** Results with a column of every kind. */
function ruledResults(): Results {
  return resultsOf(trainedExperiment(RULED_SPEC), ({ index }) => ({ accuracies: [index / 100] }));
}

describe("readBoard()", () => {
  it.each([
    ["ties, divergence and failures", mixedResults()],
    ["an objective at the best epoch", peakedResults()],
    ["variants, zip groups and names", ruledResults()],
    ["a single setting", resultsOf(experimentOf(), () => ({ accuracies: [0.7] }))],
  ])("gives the leaderboard of results with %s", (_, results) => {
    expect(leaderboardText(readBoard(filesOf(results)), screen)).toBe(leaderboardText(results, screen));
  });

  it("gives trials with their last values alone where there is no table of epochs", () => {
    const files = filesOf(mixedResults());
    const [first] = readBoard({ ...files, epochs: undefined }).configurations[0]!.trials;
    expect(first!.record!.metrics["validationAccuracy"]).toEqual([0.8]);
    expect(first!.objective).toBe(0.8);
  });

  it("does not know an objective at the best epoch without the table of epochs", () => {
    const board = readBoard({ ...filesOf(peakedResults()), epochs: undefined });
    expect(board.configurations[0]!.trials[0]!.objective).toBeNull();
    expect(board.configurations[0]!.objective.mean).toBeCloseTo(0.89, 12);
  });

  it("reads what later versions add, and what earlier ones had not", () => {
    const files = filesOf(mixedResults());
    const { comparisons: _, ...summary } = JSON.parse(files.summary) as Record<string, unknown>;
    const board = readBoard({ ...files, summary: JSON.stringify({ ...summary, added: 1 }) });
    expect(board.leaderboard.map(({ configuration }) => configuration.index)).toEqual([1, 0, 3, 2]);
    expect(board.leaderboard[0]!.toBest).toBeUndefined();
  });

  it("shows no verdict of former days, and the difference without an interval", () => {
    const files = filesOf(mixedResults());
    const summary = files.summary
      .replaceAll(/"verdict": "[a-z]+"/g, '"verdict": "tied", "corrected": 0.7')
      .replaceAll(/,\s*"interval": \{[^}]*\}/g, "")
      .replaceAll(/,\s*"needed": \d+/g, "")
      .replaceAll(/"methods": \[[^\]]*\],/g, "");
    expect(summary).not.toBe(files.summary);
    const { toBest } = readBoard({ ...files, summary }).leaderboard[1]!;
    expect(toBest).not.toHaveProperty("verdict");
    expect(toBest).toMatchObject({ interval: null, difference: { status: "tested" } });
  });

  it.each([
    ["no JSON", { summary: "{" }, "summary.json is not JSON: "],
    ["another file", { summary: "[]" }, "schemas/summary.schema.json"],
    ["a ragged table", { trials: "trial,id\n1\n" }, "trials.csv is not a table: "],
    [
      "a word for a number",
      { trials: "trial,configuration,replicate,status\none,0,0,failed\n" },
      'trial must be a number in every row of trials.csv (got "one")',
    ],
    [
      "a count that is none",
      { trials: "trial,configuration,replicate,status\n-1,0,0,failed\n" },
      'trial must be a non-negative integer in every row of trials.csv (got "-1")',
    ],
  ])("refuses %s", (_, files, message) => {
    expect(() => readBoard({ ...filesOf(mixedResults()), ...files })).toThrow(message);
  });
});
