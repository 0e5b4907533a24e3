import { expect, it } from "vitest";
import { metricPhrase, metricText } from "../../src/results/metric-text.ts";

it.each([
  ["validationAccuracy", "validation accuracy"],
  ["layerGradient1", "layer gradient 1"],
  ["testRocAuc", "test ROC AUC"],
  ["trainR2", "train R²"],
  ["validationF1Of3", "validation F1 of class 3"],
])("metricText() of %s is %s", (name, text) => expect(metricText(name, {})).toBe(text));

it("metricText() calls losses of scaled targets so, and nothing else", () => {
  const names = ["validationLoss", "trainCost", "testRmse", "runningLoss"];
  expect(names.map((name) => metricText(name, { scaledTargets: ["price"] }))).toEqual([
    "scaled validation loss",
    "scaled train cost",
    "test RMSE",
    "scaled running loss",
  ]);
});

it.each([
  ["validationAccuracy", "a validation accuracy"],
  ["accuracy", "an accuracy"],
  ["epochsToTarget", "epochs to target"],
])("metricPhrase() of %s is %s", (name, text) => expect(metricPhrase(name, {})).toBe(text));
