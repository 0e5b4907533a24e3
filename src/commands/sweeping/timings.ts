import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { RunningJob, SweepListener } from "../../pipeline/listener.ts";
import { lengthOf } from "../../configuration/kind-of.ts";
import { toCsv } from "../../results/tables/csv.ts";
import type { Outcome } from "../../training/outcome.ts";
import type { Job } from "../../trials/job.ts";
import type { Trial } from "../../trials/trial.ts";

/** When a job, or the first of those that train together, began, and the job's share of their time. */
interface Start {
  readonly at: number;
  readonly share: number;
}

/**
 * Collects how long each trial of this run took, and where. These are facts about the run, which are never committed. Small
 * jobs that train together share their time in proportion to their work.
 */
export class Timings implements SweepListener {
  readonly #now: () => number;
  readonly #host = hostname();
  /** By trial id. */
  readonly #starts = new Map<string, Start>();
  readonly #rows: (string | number)[][] = [];
  readonly #paces: number[] = [];
  #isConfirming = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  onConfirm(): void {
    this.#isConfirming = true;
  }

  onJobStart({ trials, typicalSeconds }: Job, _slot: number, { together }: RunningJob): void {
    const all = together.reduce((sum, job) => sum + job.typicalSeconds, 0);
    const start = { at: this.#now(), share: all > 0 ? typicalSeconds / all : 1 / together.length };
    for (const { id } of trials) this.#starts.set(id, start);
  }

  /** How long a trial that ended by itself took, divided by its epochs, on average; undefined where none did. */
  get secondsPerEpoch(): number | undefined {
    if (this.#paces.length === 0) return undefined;
    return this.#paces.reduce((sum, pace) => sum + pace, 0) / this.#paces.length;
  }

  onTrialEnd({ index, id, configuration }: Trial, { status }: Outcome, slot: number): void {
    const { at, share } = this.#starts.get(id) ?? { at: this.#now(), share: 0 };
    this.#starts.delete(id);
    const seconds = (share * (this.#now() - at)) / 1000;
    if (status === "completed") this.#paces.push(seconds / lengthOf(configuration));
    const trial = this.#isConfirming ? `confirm ${index}` : index;
    this.#rows.push([trial, id, status, seconds.toFixed(3), slot, this.#host]);
  }

  /** Writes timings.csv; a run that trained nothing does not replace an earlier file. */
  async write(folder: string): Promise<void> {
    if (this.#rows.length === 0) return;
    const header = ["trial", "id", "status", "seconds", "worker", "host"];
    await writeFile(join(folder, "timings.csv"), toCsv([header, ...this.#rows]));
  }
}
