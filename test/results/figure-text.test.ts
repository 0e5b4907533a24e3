import { expect, it } from "vitest";
import { intervalText } from "../../src/results/figure-text.ts";
import { metricStatistics } from "../../src/results/metric-statistics.ts";

it.each([
  ["validationAccuracy", [0.95, 0.96, 0.955], "95.50 ± 1.24 %"],
  ["validationAccuracy", [0.1, 0.1, 0.208], "13.60 % (4.04 to 37.04)"],
  ["testF1", [0.998, 1, 0.999], "99.90 % (98.81 to 99.99)"],
  ["testAccuracy", [1, 1, 1], "100.00 %"],
  ["testLoss", [2, 2.1, 2.05], "2.05 ± 0.12"],
  ["testLoss", [0.1, 0.1, 3], "1.067 (0 to 5.226)"],
  ["testR2", [0.9, 0.99, 0.98], "0.9567 (0.8341 to 1)"],
])("intervalText() of a %s of %j is %s", (metric, values, text) => {
  expect(intervalText(metric, metricStatistics(metric, values))).toBe(text);
});
