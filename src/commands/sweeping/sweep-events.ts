import type { EndedTrials, SweepListener } from "../../pipeline/listener.ts";
import { resultsFolder } from "../../pipeline/run-experiment.ts";
import type { Objective } from "../../spec/experiment.ts";
import { columnsOf } from "../../spec/sweep.ts";
import { jsonText } from "../../text/json-text.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import type { Plan } from "../../trials/plan.ts";
import { pointValues } from "../../trials/point-values.ts";
import type { Trial } from "../../trials/trial.ts";
import type { Output } from "../console/io.ts";
import type { Verdict } from "../verdicts/verdict.ts";

/** Prints what happens in sweeps as JSON, an event a line, for programs that follow. */
export class SweepEvents implements SweepListener {
  readonly #output: Output;
  #plan: Plan | undefined;
  /** Fresh replicates of the best configuration train: it stays the best. */
  #isConfirming = false;
  #best: number | undefined;

  constructor(output: Output) {
    this.#output = output;
  }

  onPlan(plan: Plan, stored: number): void {
    this.#plan = plan;
    this.#isConfirming = false;
    this.#best = undefined;
    const { name, file, tags, objective } = plan.experiment;
    const counts = { configurations: plan.configurations.length, trials: plan.trials.length, stored };
    this.#print({ event: "plan", experiment: name, file, ...(tags && { tags }), objective, ...counts });
  }

  onRound(plan: Plan, { known, stored }: EndedTrials): void {
    this.#plan = plan;
    const { name } = plan.experiment;
    this.#print({
      event: "round",
      experiment: name,
      configurations: plan.configurations.length,
      trials: plan.trials.length,
      known,
      stored,
    });
  }

  onConfirm(): void {
    this.#isConfirming = true;
  }

  onTrialEnd(trial: Trial, outcome: Outcome): void {
    this.#trial(trial, outcome);
  }

  onTrialFound(trial: Trial, outcome: Outcome): void {
    this.#trial(trial, outcome);
  }

  /** Prints what became of an experiment. @param out Folder of results. */
  done({ experiment, cancelled, cases, results }: Verdict, out: string): void {
    const best = results?.best;
    const columns = columnsOf(experiment).map(({ path }) => path);
    this.#print({
      event: "done",
      experiment: experiment.name,
      folder: results ? resultsFolder(experiment, out) : null,
      cancelled,
      complete: results?.complete ?? false,
      best: best
        ? {
            values: named(columns, best.values),
            mean: best.objective.mean,
            ci95: best.objective.ci95,
          }
        : null,
      failed: cases.filter(({ status }) => status === "failed").map(({ name, found }) => ({ name, found })),
    });
  }

  #trial(trial: Trial, outcome: Outcome): void {
    const plan = this.#plan!;
    const { name, objective } = plan.experiment;
    const which = { experiment: name, trial: trial.index, id: trial.id, replicate: trial.replicate };
    const fold = trial.fold === undefined ? {} : { fold: trial.fold };
    const columns = columnsOf(plan.experiment);
    const setting = pointValues(plan.configurations[trial.configurationIndex]!, columns);
    const values = named(
      columns.map(({ path }) => path),
      setting,
    );
    const confirming = this.#isConfirming ? { confirming: true } : { values };
    if (!isRecord(outcome)) {
      const { status, failure } = outcome;
      this.#print({ event: "trial", ...which, ...fold, ...confirming, status, message: failure.message });
      return;
    }
    const { status, metrics } = outcome;
    const last = Object.fromEntries(
      Object.entries(metrics).map(([metric, series]) => [metric, series.at(-1) ?? null]),
    );
    this.#print({ event: "trial", ...which, ...fold, ...confirming, status, metrics: last });
    const value = last[objective.metric];
    if (this.#isConfirming || typeof value !== "number" || !this.#isBetter(value, objective)) return;
    this.#best = value;
    this.#print({
      event: "best",
      experiment: name,
      trial: trial.index,
      values,
      metric: objective.metric,
      value,
    });
  }

  #isBetter(value: number, { goal }: Objective): boolean {
    if (this.#best === undefined) return true;
    return goal === "maximize" ? value > this.#best : value < this.#best;
  }

  #print(event: object): void {
    this.#output.write(`${jsonText(event)}\n`);
  }
}

/** Returns values by the paths of their columns. */
function named(columns: readonly string[], values: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map((path, i) => [path, values[i]]));
}
