import type { ProgramLauncher } from "../../runners/program-launcher.ts";
import { emptyStore } from "../../store/empty-store.ts";
import { openLauncher } from "../../pipeline/programs/open-launcher.ts";
import { programTrainer, type ProgramOptions } from "../../pipeline/programs/program-trainer.ts";
import { settingsOf } from "../../pipeline/stored-outcomes.ts";
import { joinListeners } from "../../pipeline/listener.ts";
import type { Ending } from "../../pipeline/trainer.ts";
import type { LoadContext } from "../../data/source.ts";
import { visibleText } from "../../text/visible-text.ts";
import { makeJobs, splitJob, type Job } from "../../trials/job.ts";
import type { Plan } from "../../trials/plan.ts";
import type { ProgramsMessage } from "../messages.ts";
import { isOurs } from "../names.ts";
import type { SweepEntry } from "../sweep-entries.ts";
import type { TrainJobs } from "./active-jobs.ts";
import { ownProgram } from "./own-program.ts";

/** Looks at the sweeps before one that was refused is looked at again: its files may be there by then. */
const LOOKS = 10;

/** What sweeps of programs need of a worker. */
interface ProgramParts extends Pick<ProgramOptions, "programs"> {
  /** How many run at the same time. */
  readonly threads: number;
  readonly load: LoadContext;
  readonly notify: (text: string) => void;
  /** Begins to take batches of a sweep; returns what ends that. */
  readonly take: (sweep: string) => { close(): Promise<void> };
}

/** A sweep that this worker takes part in. */
interface Accepted {
  readonly plan: Plan;
  readonly jobOf: ReadonlyMap<string, Job>;
  readonly taker: { close(): Promise<void> };
}

/** The sweeps of programs in the queue: which of them this worker takes trials of, and why it does not of the others. */
export class ProgramSweeps {
  readonly #parts: ProgramParts;
  readonly #accepted = new Map<string, Accepted>();
  readonly #refused = new Map<string, { readonly reason: string; readonly look: number }>();
  /** What starts the programs of all batches. */
  #launcher: ProgramLauncher | undefined;
  #looks = 0;

  constructor(parts: ProgramParts) {
    this.#parts = parts;
  }

  /** Why trials of sweeps are not taken, by the id of the sweep. */
  get refusals(): Record<string, string> {
    return Object.fromEntries([...this.#refused].map(([id, { reason }]) => [id, reason]));
  }

  /** Looks at the sweeps that there are now. */
  async look(sweeps: readonly SweepEntry[]): Promise<void> {
    this.#looks += 1;
    const ids = new Set(sweeps.map(({ id }) => id));
    for (const [id, { taker }] of this.#accepted) {
      if (ids.has(id)) continue;
      this.#accepted.delete(id);
      await taker.close();
    }
    for (const id of this.#refused.keys()) if (!ids.has(id)) this.#refused.delete(id);
    for (const sweep of sweeps) if (isOurs(sweep)) await this.#judge(sweep);
  }

  /**
   * Returns the worker's own jobs of a batch.
   * @throws {Error} If it has other trials.
   */
  jobsOf({ sweep, ids }: ProgramsMessage): { readonly plan: Plan; readonly jobs: Job[] } {
    const accepted = this.#accepted.get(sweep);
    if (!accepted) throw new Error("the sweep is not one that this worker takes part in");
    const jobs = ids.map((id) => {
      const job = accepted.jobOf.get(id);
      if (!job) throw new Error(`its experiment has no trial ${id}`);
      return job;
    });
    return { plan: accepted.plan, jobs };
  }

  /** Returns what trains jobs of a sweep. */
  trainerOf(plan: Plan): TrainJobs {
    const { programs, load } = this.#parts;
    const { experiment } = plan;
    return async (jobs, lane, { signal, onJobStart }): Promise<Ending[]> => {
      this.#launcher ??= openLauncher(this.#parts.threads);
      const trainer = await programTrainer({ workers: 1, programs, launcher: this.#launcher })({
        plan,
        jobs,
        settings: settingsOf(experiment),
        timeout: experiment.run.timeout,
        load: { ...load, folder: experiment.sweep.folder },
        store: emptyStore(),
        signal,
        listener: joinListeners([{ onJobStart: (job, _, running) => onJobStart(job, lane, running) }]),
      });
      try {
        return [...(await trainer.train(jobs)).endings];
      } finally {
        await trainer.close();
      }
    };
  }

  /** Takes no more batches. */
  async close(): Promise<void> {
    await Promise.all([...this.#accepted.values()].map(({ taker }) => taker.close()));
    this.#launcher?.close();
  }

  async #judge({ id, name, programs: entry }: SweepEntry): Promise<void> {
    const refused = this.#refused.get(id);
    if (!entry || this.#accepted.has(id) || (refused && this.#looks < refused.look + LOOKS)) return;
    const own = await ownProgram(entry, this.#parts);
    if ("refusal" in own) {
      const reason = visibleText(own.refusal);
      if (refused?.reason !== reason) this.#parts.notify(`note: taking no trials of ${name}: ${reason}\n`);
      this.#refused.set(id, { reason, look: this.#looks });
      return;
    }
    this.#refused.delete(id);
    const jobs = makeJobs(own.plan.trials, own.plan).flatMap((job) => splitJob(job, own.plan));
    const jobOf = new Map(jobs.flatMap((job) => job.trials.map((trial) => [trial.id, job] as const)));
    this.#accepted.set(id, { plan: own.plan, jobOf, taker: this.#parts.take(id) });
  }
}
