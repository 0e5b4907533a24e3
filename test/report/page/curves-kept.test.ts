import { expect, test } from "vitest";
import { curvesKept } from "../../../src/report/page/curves-kept.ts";
import { mixedResults } from "../../results/mixed-results.ts";

test("a page keeps the curves of the best configurations when there are too many, and says so", () => {
  const results = mixedResults();
  expect(results.trials.every(curvesKept(results).has)).toBe(true);
  expect(curvesKept(results).note).toBeUndefined();
  const [best] = results.leaderboard;
  const values = best!.configuration.trials.flatMap(({ record }) =>
    results.metrics.map(({ name }) => record?.metrics[name]?.length ?? 0),
  );
  const { has, note } = curvesKept(
    results,
    values.reduce((sum, count) => sum + count),
  );
  expect(results.trials.filter(has)).toEqual(best!.configuration.trials);
  expect(note).toMatch(/^This page shows the curves of the best 1 of \d+ configurations/);
});
