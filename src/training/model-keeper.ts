import type { Keep, Objective } from "../spec/experiment.ts";
import type { Tensors } from "./checkpoint.ts";
import type { Measurement } from "./measure.ts";

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

  /** Forgets the models after an epoch; the last one becomes that epoch's. */
  forgetAfter(epoch: number, tensors: Tensors): void {
    if (this.#keep === "last") this.#models = [{ epoch, tensors }];
    else this.#models = this.#models.filter((model) => model.epoch <= epoch);
  }

  models(): readonly KeptModel[] {
    return this.#models;
  }

  #improves(measurement: Measurement): boolean {
    const value = measurement[this.#objective.metric];
    if (value === undefined) return false;
    const better =
      this.#best === undefined ||
      (this.#objective.goal === "maximize" ? value > this.#best : value < this.#best);
    if (better) this.#best = value;
    return better;
  }
}

/** Returns a name for what is kept: two trials with the same label keep the same weights. */
export function keepLabel(keep: Keep, { metric, goal }: Objective): string {
  return keep === "best" ? `best ${goal} ${metric}` : keep;
}
