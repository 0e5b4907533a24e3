import { boundsOf, metricNamed } from "../../metrics/metrics.ts";
import type { KeptFolder } from "../../store/trial-store.ts";
import type { MetricSeries } from "../../training/record.ts";

/** The result of a program's reports: its metrics at each epoch and where it diverged, or a fault. */
export type Measured =
  | { readonly metrics: MetricSeries; readonly divergedEpoch?: number }
  /** Why they cannot be used. */
  | { readonly fault: string };

/** Texts that programs print for numbers that are not finite. */
const NOT_FINITE = /^[-+]?(nan|inf|infinity)$/i;
/** Names of undeclared metrics that are remembered, at most. */
const MOST_NAMES = 5;

/** Collects what a program reports of the metrics that its experiment declares. */
export class Measurements {
  /** Those that its experiment declares. */
  readonly names: readonly string[];
  readonly #epochs: number;
  readonly #series: ReadonlyMap<string, (number | null)[]>;
  /** The epoch of the checkpoint that it continues from; -1 = none. */
  #start = -1;
  #final: ReadonlyMap<string, number> | undefined;
  /** The last epoch that it has reported; -1 = none. */
  #last = -1;
  #diverged: number | undefined;
  #fault: string | undefined;
  #hasReported = false;
  /** Reported metrics that are not declared. */
  readonly undeclared = new Set<string>();

  constructor(names: readonly string[], epochs: number) {
    this.names = names;
    this.#epochs = epochs;
    this.#series = new Map(names.map((name) => [name, Array<number | null>(epochs + 1).fill(null)]));
  }

  /** Begins after the epochs of a checkpoint, of which everything is known. */
  continueFrom({ epoch, series }: KeptFolder): void {
    this.#start = epoch;
    for (const name of this.names) {
      for (const [i, value] of (series[name] ?? []).entries()) {
        if (value === null) continue;
        this.#series.get(name)?.splice(i, 1, value);
        this.#last = Math.max(this.#last, i);
      }
    }
  }

  /** Returns what it has reported of each epoch until its last one: what a longer trial has in common with this one. */
  reported(): MetricSeries {
    return this.#until(this.#epochs + 1);
  }

  /** Whether nothing that it may still report can change the outcome. */
  get isOver(): boolean {
    return this.#fault !== undefined || this.#diverged !== undefined;
  }

  /** The last epoch that it has reported. */
  get epoch(): number {
    return Math.max(0, this.#last);
  }

  /** Returns what it has reported of a metric so far. */
  valuesOf(name: string): readonly (number | null)[] {
    return this.#series.get(name) ?? [];
  }

  /** Takes a map of metrics. Returns false for one that has none of those declared: it is no report. */
  take(report: Readonly<Record<string, unknown>>): boolean {
    if (!this.names.some((name) => Object.hasOwn(report, name))) return false;
    if (this.isOver) return true;
    const { epoch } = report;
    if (epoch !== undefined && !this.#isEpoch(epoch)) {
      this.#fault = `epoch must be an integer from 0 to ${this.#epochs}, the epochs of the experiment (got ${textOf(epoch)})`;
      return true;
    }
    if (typeof epoch === "number" && epoch <= this.#start) {
      this.#fault = `it reported epoch ${epoch}, but it continues after epoch ${this.#start}: with checkpoints: true it must start from the files in its checkpoint`;
      return true;
    }
    this.#noteUndeclared(report);
    const values = new Map<string, number>();
    for (const name of this.names) {
      const value = this.#valueOf(name, report[name]);
      if (value !== undefined) values.set(name, value);
    }
    if (this.#fault === undefined) this.#note(epoch, values);
    return true;
  }

  /** Returns the result of all reports. */
  result(): Measured {
    if (this.#fault !== undefined) return { fault: this.#fault };
    if (!this.#hasReported) return { fault: `it reported none of its metrics: ${this.names.join(", ")}` };
    const last = this.#last > 0 ? this.#last : this.#epochs;
    const isFinite = this.#noteAt(last, this.#final ?? new Map());
    const divergedEpoch = this.#diverged ?? (isFinite ? undefined : last);
    if (divergedEpoch !== undefined) return { metrics: this.#until(divergedEpoch), divergedEpoch };
    const missing = this.names.find((name) => this.#series.get(name)?.[last] === null);
    if (missing !== undefined) return { fault: `it did not report ${missing} at its end (epoch ${last})` };
    return { metrics: this.#until(last + 1) };
  }

  #isEpoch(epoch: unknown): epoch is number {
    return typeof epoch === "number" && Number.isInteger(epoch) && epoch >= 0 && epoch <= this.#epochs;
  }

  #noteUndeclared(report: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(report)) {
      if (this.undeclared.size >= MOST_NAMES) return;
      if (name !== "epoch" && typeof value === "number" && !this.names.includes(name))
        this.undeclared.add(name);
    }
  }

  /** Returns a value, which may not be finite; undefined for none. */
  #valueOf(name: string, value: unknown): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === "string" && NOT_FINITE.test(value)) return NaN;
    const { low, high } = boundsOf(metricNamed(name));
    if (typeof value !== "number") this.#fault = `${name} must be a number (got ${textOf(value)})`;
    else if (Number.isFinite(value) && (value < low || value > high))
      this.#fault = `${name} must be ${high === Infinity ? `at least ${low}` : `from ${low} to ${high}`}, as it is for networks (got ${value})`;
    else return value;
    return undefined;
  }

  #note(epoch: number | undefined, values: ReadonlyMap<string, number>): void {
    this.#hasReported = true;
    if (epoch === undefined) {
      this.#final = new Map([...(this.#final ?? []), ...values]); // one line may have one metric
      return;
    }
    if (this.#noteAt(epoch, values)) this.#last = Math.max(this.#last, epoch);
    else this.#diverged = Math.max(1, epoch);
  }

  /** Returns whether all values are finite. */
  #noteAt(epoch: number, values: ReadonlyMap<string, number>): boolean {
    if (![...values.values()].every(Number.isFinite)) return false;
    for (const [name, value] of values) this.#series.get(name)?.splice(epoch, 1, value);
    return true;
  }

  #until(end: number): MetricSeries {
    return Object.fromEntries([...this.#series].map(([name, values]) => [name, values.slice(0, end)]));
  }
}

function textOf(value: unknown): string {
  return JSON.stringify(value).slice(0, 100);
}
