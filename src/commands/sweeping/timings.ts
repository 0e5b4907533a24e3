import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { SweepListener } from "../../pipeline/listener.ts";
import { toCsv } from "../../results/tables/csv.ts";
import type { Outcome } from "../../training/outcome.ts";
import type { Job } from "../../trials/job.ts";
import type { Trial } from "../../trials/trial.ts";

/** Notes how long each trial of this run took, and where: facts about the run, never committed. */
export class Timings implements SweepListener {
  readonly #now: () => number;
  readonly #starts = new Map<number, number>();
  readonly #rows: (string | number)[][] = [];
  #isConfirming = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  onConfirm(): void {
    this.#isConfirming = true;
  }

  onJobStart(_job: Job, slot: number): void {
    this.#starts.set(slot, this.#now());
  }

  onTrialEnd({ index, id }: Trial, { status }: Outcome, slot: number): void {
    const seconds = (this.#now() - (this.#starts.get(slot) ?? this.#now())) / 1000;
    const trial = this.#isConfirming ? `confirm ${index}` : index;
    this.#rows.push([trial, id, status, seconds.toFixed(3), slot, hostname()]);
  }

  /** Writes timings.csv; a run that trained nothing leaves the one of an earlier run. */
  async write(folder: string): Promise<void> {
    if (this.#rows.length === 0) return;
    const header = ["trial", "id", "status", "seconds", "worker", "host"];
    await writeFile(join(folder, "timings.csv"), toCsv([header, ...this.#rows]));
  }
}
