import { checkGoals } from "../checks/check-goals.ts";
import { checkProgram } from "../checks/check-program.ts";
import type { SpecKind } from "./spec-kind.ts";

/** What a program has instead of what only networks and descents have. */
const INSTEAD: Readonly<Record<string, string>> = {
  eta: "Write it below parameters",
  steps: "Write epochs",
  target: "A program decides itself when it ends",
  earlyStopping: "A program decides itself when it ends",
  dataset: "Write the files of the data below files",
};

export const program: SpecKind = {
  noun: "a program",
  onlyIt: "only a program does",
  hasData: false,
  hasWeights: false,
  isRandom: true,
  choosesMetrics: true,
  runsPrograms: true,
  metricHint: "Write another name below metrics",
  listingHint: (request) => `Write metrics: {${request}: minimize} or {${request}: maximize}`,
  insteadOf: (path) => INSTEAD[path] ?? "Write it below parameters",
  checkSettings: checkGoals,
  checkPoints: checkProgram,
  objective: (_, declared) => ({ metric: Object.keys(declared)[0] ?? "loss" }),
};
