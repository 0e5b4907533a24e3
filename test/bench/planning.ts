/**
 * What it costs to look before spending: planning grids of up to 100,000 configurations, each in a process of its own;
 * checking one file; what a search takes to decide; what `plan` predicts for every file in experiments/ beside what its sweep
 * takes; and the memory that it predicts for small and large networks, data and tables.
 * @module
 */
import { bySize, type Measurement, type Size } from "./part.ts";
import { measureDecisions, type DecisionTime } from "./planning/decisions.ts";
import { MEMORY_CASES } from "./planning/memory-cases.ts";
import { measurePlans, type PlanTime } from "./planning/plans.ts";
import {
  compareMemory,
  comparePredictions,
  experimentNames,
  type Compared,
  type MemoryPrediction,
  type Prediction,
} from "./planning/predictions.ts";
import { measureValidate, type ValidateTime } from "./planning/validate.ts";
import { tableText } from "./table.ts";

export interface PlanningFigures {
  readonly plans: readonly PlanTime[];
  readonly validate: ValidateTime;
  readonly decisions: DecisionTime;
  readonly predictions: readonly Prediction[];
  readonly memory: readonly MemoryPrediction[];
}

export const planning: Measurement<PlanningFigures> = { measure, text };

async function measure(size: Size): Promise<PlanningFigures> {
  const sizes = bySize(size, {
    full: [1000, 10_000, 100_000],
    quick: [1000, 10_000, 100_000],
    smallest: [1000],
  });
  const plans = await measurePlans(sizes, bySize(size, { full: 3, quick: 1, smallest: 1 }));
  const validate = await measureValidate(bySize(size, { full: 9, quick: 3, smallest: 1 }));
  const decisions = measureDecisions(bySize(size, { full: 2, quick: 0.5, smallest: 0.01 }));
  const names = bySize(size, { full: experimentNames(), quick: ["xor", "lr"], smallest: [] });
  const predictions = await comparePredictions(names);
  const memory = [];
  for (const [name, spec, counts] of MEMORY_CASES.slice(
    0,
    bySize(size, { full: Infinity, quick: 2, smallest: 1 }),
  ))
    for (const workers of size === "smallest" ? counts.slice(0, 1) : counts)
      memory.push(await compareMemory(name, spec, workers));
  return { plans, validate, decisions, predictions, memory };
}

/** Returns how many times the measured value the predicted one is. */
export function factorOf({ predicted, measured }: Compared): number {
  return predicted / measured;
}

function text({ plans, validate, decisions, predictions, memory }: PlanningFigures): string {
  return [
    "Planning a grid: least of several processes",
    tableText([
      ["configurations", "rules", "seconds", "CPU seconds", "MB"],
      ...plans.map(({ size, rules, wall, cpu, megabytes }) => [size, rules, wall, cpu, megabytes]),
    ]),
    "",
    "validate of one file, start to exit",
    tableText(Object.entries(validate)),
    "",
    "CPU milliseconds of a decision of a search, with 1,000 observations of six axes",
    tableText([
      ["one point of TPE", decisions.tpe],
      ["a look at a race of 81 configurations", decisions.race],
      ["which axes matter", decisions.importance],
    ]),
    "",
    "Seconds of a sweep from an empty store",
    tableText([
      ["experiment", "predicted", "measured", "factor", "MB predicted", "MB measured", ""],
      ...predictions.map(({ name, seconds, bytes, isCalm }) => {
        const mark = isCalm ? "" : "disturbed";
        return [name, seconds.predicted, seconds.measured, factorOf(seconds), ...megabytes(bytes), mark];
      }),
    ]),
    "",
    "MB of a sweep from an empty store",
    tableText([
      ["experiment", "workers", "predicted", "measured", "factor"],
      ...memory.map(({ name, workers, bytes }) => [name, workers, ...megabytes(bytes), factorOf(bytes)]),
    ]),
  ].join("\n");
}

function megabytes({ predicted, measured }: Compared): number[] {
  return [predicted, measured].map((bytes) => Math.round(bytes / 1e6));
}
