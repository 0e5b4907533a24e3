import { expect, it } from "vitest";
import { differenceText, deviationText, intervalText, meanText } from "../../src/results/figure-text.ts";
import { metricStatistics } from "../../src/results/metric-statistics.ts";

it.each([
  ["validationAccuracy", [0.95, 0.96, 0.955], "95.5 ± 1.2 %"],
  ["validationAccuracy", [0.1, 0.1, 0.208], "14 % (4 to 37)"],
  ["testF1", [0.998, 1, 0.999], "99.9 % (98.8 to 100.0)"],
  ["testAccuracy", [1, 1, 1], "100.00 %"],
  ["testLoss", [2, 2.1, 2.05], "2.05 ± 0.12"],
  ["testLoss", [0.1, 0.1, 3], "1.1 (0.0 to 5.2)"],
  ["testR2", [0.9, 0.99, 0.98], "0.957 (0.834 to 1.000)"],
])("intervalText() of a %s of %j is %s", (metric, values, text) => {
  expect(intervalText(metric, metricStatistics(metric, values))).toBe(text);
});

it.each([
  ["testRmse", 6.446, 1.2, "6.4 ± 1.2"],
  ["testRmse", 6.446, 0.354, "6.45 ± 0.35"],
  ["testRmse", 6.446, 0.356, "6.45 ± 0.36"],
  ["testRmse", 6.4, 0.97, "6.40 ± 0.97"],
  ["testRmse", 1234.5, 109.4, "1235 ± 109"],
  ["testRmse", 0.567, 2.1e-8, "0.567000 ± 2.1e-8"],
  ["testRmse", 1.579e-9, 1.24e-10, "1.58e-9 ± 1.2e-10"],
  ["testAccuracy", 0.95717, 0.0079, "95.7 ± 0.8 %"],
  ["testAccuracy", 0.95717, 0.031, "95.7 ± 3.1 %"],
  ["testAccuracy", 0.95717, 0.046, "95.7 ± 4.6 %"],
  ["testAccuracy", 0.95717, 0.109, "96 ± 11 %"],
  ["testAccuracy", 0.95717, 0.0031, "95.7 ± 0.3 %"],
  ["testAccuracy", 0.95717, 0.00004, "95.72 ± 0.01 %"],
  ["testAccuracy", 0.95717, 0.00002, "95.72 ± 0.01 %"],
])("a %s of %d with ± %d is %s, and the mean alone has the same digits", (metric, mean, half, text) => {
  const figures = { n: 3, mean, sd: null, ci95: { low: mean - half, high: mean + half } };
  expect(intervalText(metric, figures)).toBe(text);
  expect(meanText(metric, figures).replace(" %", "")).toBe(text.split(" ")[0]);
});

it("differences and deviations follow the same rule, and lose the sign with the last digit", () => {
  expect(differenceText("testAccuracy", -0.0312, 0.0267)).toBe("-3.1");
  expect(differenceText("testAccuracy", -0.0001, 0.0267)).toBe("0.0");
  expect(differenceText("testLoss", 0.26231, 0.0254)).toBe("+0.262");
  expect(deviationText("testAccuracy", 0.0133)).toBe("1.3");
  expect(deviationText("testAccuracy", 0.0052)).toBe("0.5");
  expect(deviationText("testAccuracy", 0)).toBe("0.00");
  expect(deviationText("testLoss", null)).toBe("-");
});
