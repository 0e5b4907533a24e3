import { describe, expect, it } from "vitest";
import { samplingText } from "../../../src/report/summary/summary-markdown.ts";
import { experimentOf, FACTS, resultsOf } from "../../results/fixture.ts";

function textOf(accuracy: number, count = 1, test = 400): string {
  const facts = { ...FACTS, sizes: { train: 10, validation: 10, test } };
  const experiment = experimentOf({ replicates: { count, baseSeed: 1 } });
  return samplingText(resultsOf(experiment, () => ({ accuracies: [accuracy] }), facts));
}

describe("samplingText()", () => {
  it("says what the intervals leave out, with the binomial standard error", () => {
    expect(textOf(0.8, 2)).toBe(
      "The intervals cover initial weights and order of examples, not the choice of examples: on 400 test examples, " +
        "the best one's accuracy of 80.00 % has a standard error of 2.00 points.",
    );
  });

  it("does not speak of intervals where there are none", () => {
    expect(textOf(0.8)).toMatch(
      /^Even without any spread of replicates, .* standard error of 2\.00 points\.$/,
    );
  });

  it("claims no certainty from a test without a mistake", () => {
    expect(textOf(1, 2)).toContain(
      "with all 400 test examples right, up to 0.75 % of all examples may be wrong (95 %)",
    );
  });

  it("says nothing of a handful of examples", () => {
    expect(textOf(0.75, 2, 4)).toBe("");
  });
});
