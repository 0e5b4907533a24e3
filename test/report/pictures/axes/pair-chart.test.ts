import { expect, test } from "vitest";
import { pairPictures } from "../../../../src/report/pictures/axes/pair-pictures.ts";
import type { Chart } from "../../../../src/report/pictures/chart.ts";
import { experimentOf, resultsOf } from "../../../results/fixture.ts";

/** The map of 3 x 2 settings; the trials of the first one fail. */
function mapWith(first: { readonly status: "failed" } | { readonly accuracies: readonly number[] }): Chart {
  const experiment = experimentOf({
    axes: [
      { path: "eta", values: [0.1, 1, 10] },
      { path: "batchSize", values: [1, 10] },
    ],
  });
  const results = resultsOf(experiment, ({ configurationIndex }) => {
    return configurationIndex === 0 ? first : { accuracies: [0.5, 0.6 + 0.05 * configurationIndex] };
  });
  const { drawing } = pairPictures(results)[0]!;
  if (typeof drawing === "string") throw new Error("a map is a chart");
  return drawing;
}

test("pairPictures() hatches a cell without a result, inside its box", () => {
  const { marks, subtitle } = mapWith({ status: "failed" });
  expect(subtitle).toContain("hatched: no result");
  const lines = marks.flatMap((mark) => (mark.mark === "line" ? mark.places : []));
  expect(lines.length).toBeGreaterThan(8);
  for (const { x, y } of lines) {
    expect(x).toBeGreaterThanOrEqual(1.5);
    expect(x).toBeLessThanOrEqual(60.5);
    expect(y).toBeGreaterThanOrEqual(1.5);
    expect(y).toBeLessThanOrEqual(32.5);
  }
});

test("pairPictures() hatches nothing where every cell has a result", () => {
  const { marks, subtitle } = mapWith({ accuracies: [0.5, 0.9] });
  expect(subtitle).toBe("mean of a cell");
  expect(marks.filter(({ mark }) => mark === "line")).toEqual([]);
});
