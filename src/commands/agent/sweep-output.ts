import type { Problem } from "../../spec/problem.ts";
import type { Output } from "../console/io.ts";

/** What a command has printed for programs. */
export interface Printed {
  readonly problems: readonly Problem[];
  readonly data: object;
}

/** How far a sweep is, as the protocol has it. */
export interface Progress {
  readonly progress: number;
  readonly total: number;
  readonly message: string;
}

/** A line of `sweep --json`. */
interface SweepEvent {
  readonly event: string;
  readonly experiment: string;
  readonly trials?: number;
  readonly stored?: number;
}

/** Reads what `sweep --json` prints, line by line: trials are progress, and only what ends an experiment is kept. */
export class SweepOutput implements Output {
  readonly #onProgress: (progress: Progress) => void;
  readonly #experiments: object[] = [];
  readonly #problems: Problem[] = [];
  #rest = "";
  #done = 0;
  #total = 0;
  #percent = -1;

  constructor(onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
  }

  write(text: string): void {
    const lines = `${this.#rest}${text}`.split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#read(JSON.parse(line) as SweepEvent | Problem[]);
  }

  read(): Printed {
    return { problems: this.#problems, data: { experiments: this.#experiments } };
  }

  #read(line: SweepEvent | Problem[]): void {
    if (Array.isArray(line)) {
      this.#problems.push(...line);
      return;
    }
    const { event, ...facts } = line;
    if (event === "plan") {
      this.#total += facts.trials ?? 0;
      this.#percent = -1;
      this.#note(facts.stored ?? 0, facts.experiment);
    } else if (event === "trial") this.#note(1, facts.experiment);
    else if (event === "done") this.#experiments.push(facts);
  }

  /** One notification for each percent: a sweep may have 100,000 trials. */
  #note(ended: number, experiment: string): void {
    this.#done += ended;
    this.#total = Math.max(this.#total, this.#done); // fresh replicates of the best setting follow
    const percent = Math.floor((100 * this.#done) / Math.max(1, this.#total));
    if (percent <= this.#percent) return;
    this.#percent = percent;
    this.#onProgress({
      progress: this.#done,
      total: this.#total,
      message: `${experiment}: ${this.#done} of ${this.#total} trials`,
    });
  }
}
