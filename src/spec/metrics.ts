/**
 * The one registry of metrics: what the schema allows, what the trainer measures, which columns tables have.
 * @module
 */
import type { PartName, PartSizes } from "../data/dataset.ts";
import type { MetricGoal } from "./experiment.ts";

/** A number that the epochs of a trial have. */
export interface Metric {
  readonly name: string;
  /** The part it is measured on by a full pass at the end of the epoch; absent for what training itself leaves. */
  readonly part?: PartName;
  /** cost = loss + the penalties l2 and l1. What counts epochs is not measured, but follows when a trial ends. */
  readonly quantity: "loss" | "cost" | "accuracy" | "epochs";
  readonly goal: MetricGoal;
  /** Measured for every trial whose data has the part; the others on request, by `metrics:`. */
  readonly isDefault: boolean;
}

/** The epoch that reached the target, at that epoch; of trials with a target. */
export const EPOCHS_TO_TARGET = "epochsToTarget";

/** In the order of the columns. */
export const METRICS: readonly Metric[] = [
  { name: "runningLoss", quantity: "loss", goal: "minimize", isDefault: true },
  { name: "validationLoss", part: "validation", quantity: "loss", goal: "minimize", isDefault: true },
  { name: "validationAccuracy", part: "validation", quantity: "accuracy", goal: "maximize", isDefault: true },
  { name: "testLoss", part: "test", quantity: "loss", goal: "minimize", isDefault: true },
  { name: "testAccuracy", part: "test", quantity: "accuracy", goal: "maximize", isDefault: true },
  { name: "trainLoss", part: "train", quantity: "loss", goal: "minimize", isDefault: false },
  { name: "trainCost", part: "train", quantity: "cost", goal: "minimize", isDefault: false },
  { name: "trainAccuracy", part: "train", quantity: "accuracy", goal: "maximize", isDefault: false },
  { name: EPOCHS_TO_TARGET, quantity: "epochs", goal: "minimize", isDefault: true },
];

/** Returns the metric of that name. @throws {RangeError} If there is none. */
export function metricNamed(name: string): Metric {
  const metric = METRICS.find((candidate) => candidate.name === name);
  if (!metric) throw new RangeError(`Cannot find a metric as the name must be registered: "${name}"`);
  return metric;
}

/** Returns what is measured for a data set with these parts: default metrics and requested ones whose part exists. */
export function measuredMetrics(requested: readonly string[], sizes: PartSizes): Metric[] {
  return METRICS.filter(({ name, part, isDefault, quantity }) => {
    if (quantity === "epochs") return false;
    return (isDefault || requested.includes(name)) && (part === undefined || sizes[part] > 0);
  });
}
