import type { Keep, Objective } from "../spec/experiment.ts";
import type { Tensors } from "./checkpoint.ts";
import type { Measurement } from "./measure.ts";
import type { MetricSeries } from "./record.ts";
import { largestOf } from "../math/extremes.ts";

/** Weights worth keeping beside a record. */
export interface KeptModel {
  readonly epoch: number;
  readonly tensors: Tensors;
}

/** Collects the weights that `run.keep` asks for as the epochs pass. */
export class ModelKeeper {
  readonly #keep: Keep;
  readonly #objective: Objective;
  #models: KeptModel[] = [];
  #best: number | undefined;

  constructor(keep: Keep, objective: Objective) {
    this.#keep = keep;
    this.#objective = objective;
  }

  /** Looks at the network at the end of an epoch; copies its tensors only where they are kept. */
  offer(epoch: number, measurement: Measurement, tensors: () => Tensors): void {
    if (this.#keep === "none" || (this.#keep === "best" && !this.#improves(measurement))) return;
    const model = { epoch, tensors: tensors() };
    this.#models = this.#keep === "all" ? [...this.#models, model] : [model];
  }

  /** Returns the models as they are to be kept if the trial ends now. */
  models(): readonly KeptModel[] {
    return this.#models;
  }

  #improves(measurement: Measurement): boolean {
    const value = measurement[this.#objective.metric];
    if (value === undefined || !isBetter(value, this.#best, this.#objective)) return false;
    this.#best = value;
    return true;
  }
}

/** Returns a name for what is kept: two trials with the same label keep the same weights. */
export function keepLabel(keep: Keep, { metric, goal }: Objective): string {
  return keep === "best" ? `best ${goal} ${metric}` : keep;
}

/** Returns the epochs whose weights a keeper kept of a trial, from what was measured of it. */
export function epochsKept(keep: Keep, objective: Objective, series: MetricSeries): number[] {
  const epochs = Math.max(0, largestOf(Object.values(series).map(({ length }) => length)));
  const all = Array.from({ length: epochs }, (_, epoch) => epoch);
  if (keep === "all") return all;
  if (keep === "last") return all.slice(-1);
  if (keep === "none") return [];
  let best: number | undefined;
  const improvements = (series[objective.metric] ?? []).flatMap((value, epoch) => {
    if (value === null || !isBetter(value, best, objective)) return [];
    best = value;
    return [epoch];
  });
  return improvements.slice(-1);
}

/** What is not finite is never better. */
function isBetter(value: number, best: number | undefined, { goal }: Objective): boolean {
  if (!Number.isFinite(value)) return false;
  return best === undefined || (goal === "maximize" ? value > best : value < best);
}
