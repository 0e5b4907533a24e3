import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import { refuseGoals } from "../checks/check-goals.ts";
import type { SpecKind } from "./spec-kind.ts";

export const network: SpecKind = {
  noun: "a network",
  onlyIt: "only networks have it",
  hasData: true,
  hasWeights: true,
  isRandom: true,
  choosesMetrics: true,
  runsPrograms: false,
  listingHint: (request) => `Write metrics: [${request}]`,
  checkSettings: refuseGoals,
  metricHint: "Only a descent has it: kind: function",
  insteadOf: (_, other) => `Write kind: ${other} at the top level`,
  objective: (variants) => ({ metric: defaultMetric(variants) }),
};

/** The accuracy, or the loss where some data set has numbers to predict, on the validation part where all have one. */
function defaultMetric(variants: readonly DatasetVariant[]): string {
  const part = variants.every(({ facts }) => facts.sizes.validation > 0) ? "validation" : "test";
  const isClassified = variants.every(({ facts }) => facts.target.kind === "classes");
  return `${part}${isClassified ? "Accuracy" : "Loss"}`;
}
