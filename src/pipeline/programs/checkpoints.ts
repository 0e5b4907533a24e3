import { lengthOf } from "../../configuration/kind-of.ts";
import type { TrialStore } from "../../store/trial-store.ts";
import type { MetricSeries } from "../../training/record.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import type { Measurements } from "./measurements.ts";

/** What the checkpoints of a sweep need. */
interface CheckpointParts {
  readonly plan: Plan;
  readonly store: TrialStore;
  readonly notify: (text: string) => void;
}

/** What the programs of a sweep continue from, and leave for longer trials. */
export class Checkpoints {
  readonly #parts: CheckpointParts;
  readonly #noted = new Set<string>();
  #sharing: ReadonlyMap<string, readonly Trial[]> | undefined;

  constructor(parts: CheckpointParts) {
    this.#parts = parts;
  }

  /** Puts what a shorter trial left into an empty folder: then the trial continues from there. */
  async restore(trial: Trial, measurements: Measurements, folder: string): Promise<void> {
    const query = { before: lengthOf(trial.configuration), metrics: measurements.names };
    const kept = await this.#parts.store.restoreFolder(trial.prefixId, query, folder);
    if (kept) measurements.continueFrom(kept);
    else if (await this.#hasShorter(trial))
      this.#noteOnce(
        "missing",
        `Trial ${trial.index} starts from the beginning, as may others: the store has no checkpoint of the shorter trial`,
      );
  }

  /** Keeps what a trial that is complete has left for longer ones. @param series What it reported. */
  async keep(trial: Trial, series: MetricSeries, folder: string): Promise<void> {
    const kept = { epoch: lengthOf(trial.configuration), series };
    const fault = await this.#parts.store.keepFolder(trial.prefixId, kept, folder);
    if (fault === undefined) return;
    const text = `The checkpoint of trial ${trial.index} is not kept, so longer trials start from the beginning: ${fault}`;
    this.#noteOnce(fault, text);
  }

  /** Whether the store has a shorter trial from which this one could have continued. */
  async #hasShorter({ prefixId, configuration }: Trial): Promise<boolean> {
    this.#sharing ??= byPrefix(this.#parts.plan.trials);
    for (const other of this.#sharing.get(prefixId) ?? []) {
      if (lengthOf(other.configuration) >= lengthOf(configuration)) continue;
      if ((await this.#parts.store.read(other.id))?.record.status === "completed") return true;
    }
    return false;
  }

  #noteOnce(what: string, text: string): void {
    if (!this.#noted.has(what)) this.#parts.notify(text);
    this.#noted.add(what);
  }
}

function byPrefix(trials: readonly Trial[]): Map<string, Trial[]> {
  const sharing = new Map<string, Trial[]>();
  for (const trial of trials) {
    const others = sharing.get(trial.prefixId);
    if (others) others.push(trial);
    else sharing.set(trial.prefixId, [trial]);
  }
  return sharing;
}
