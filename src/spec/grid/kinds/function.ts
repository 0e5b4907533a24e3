import { checkFunction } from "../checks/check-function.ts";
import type { SpecKind } from "./spec-kind.ts";

/** Hints about fields that only networks have. */
const INSTEAD: Readonly<Record<string, string>> = {
  dataset: "Write function: rosenbrock, or remove kind: function",
  epochs: "Write steps",
  target: "Write tolerance: 0.001",
  replicates: "A descent has no random numbers: sweep start instead",
  metrics: "A descent always measures value, gradientNorm, v1, v2, ...",
};

export const descent: SpecKind = {
  noun: "a descent on a function",
  onlyIt: "only a descent on a function has it",
  hasData: false,
  hasWeights: false,
  isRandom: false,
  choosesMetrics: false,
  runsPrograms: false,
  listingHint: (request) => `Remove ${request}`,
  metricHint: "It has value, gradientNorm, v1, v2, ... and stepsToTolerance",
  insteadOf: (path) => INSTEAD[path],
  checkPoints: checkFunction,
  objective: () => ({ metric: "value" }),
};
