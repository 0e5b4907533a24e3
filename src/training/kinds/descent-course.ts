import { costFunction, type CostFunction } from "../../functions/cost-function.ts";
import type { Dual } from "../../functions/dual.ts";
import type { Optimizer } from "../../kernels/optimizers/optimizer.ts";
import { ruleOf } from "../../kernels/optimizers/rule-of.ts";
import { stepRates } from "../../kernels/optimizers/step-rates.ts";
import { takeStep } from "../../kernels/optimizers/take-step.ts";
import type { FunctionConfiguration } from "../../fields/configuration.ts";
import { functionMetrics } from "../../metrics/metrics.ts";
import type { Course } from "../course.ts";
import type { Measurement } from "../measure.ts";
import { optimizerOf } from "../network-of.ts";
import type { MetricSeries, UnitFacts } from "../record.ts";
import { epochEtas } from "../schedules/epoch-etas.ts";

/** A value that has risen by more, relative to that at the start where this exceeds 1, has diverged. */
const LARGEST_RISE = 1000;
/** A value that has fallen by more has no end below it. */
const LARGEST_FALL = 1e12;

/** A descent on a function in float64, step by step, by the update rules that networks train with. */
export class DescentCourse implements Course {
  readonly #configuration: FunctionConfiguration;
  readonly #function: CostFunction;
  readonly #optimizer: Optimizer;
  /** What the optimizer carries from step to step. */
  readonly #state: readonly Float64Array[];
  readonly #point: Float64Array;
  /** C at the point, with its gradient. */
  #here: Dual;
  readonly #series: Record<string, number[]>;

  constructor(configuration: FunctionConfiguration) {
    const { start, optimizer } = configuration;
    this.#configuration = configuration;
    this.#function = costFunction(configuration.function);
    this.#optimizer = optimizerOf(optimizer, 1) ?? { name: "sgd" };
    this.#state = ruleOf(optimizer.name).state.map(() => new Float64Array(start.length));
    this.#point = Float64Array.from(start);
    this.#here = this.#function.at(this.#point);
    this.#series = Object.fromEntries(functionMetrics(start.length).map(({ name }) => [name, []]));
    this.#note();
  }

  get epoch(): number {
    return this.#series["value"]!.length - 1;
  }

  get measurement(): Measurement {
    const { value } = this.#here;
    const coordinates = Array.from(this.#point, (v, i): [string, number] => [`v${i + 1}`, v]);
    return { value, gradientNorm: norm(this.#here.gradient), ...Object.fromEntries(coordinates) };
  }

  /** Takes one more step. Returns false if it diverged; then nothing of it is kept. */
  advance(): boolean {
    const { clipNorm = 0, name } = this.#optimizer;
    takeStep({
      optimizer: this.#optimizer,
      rates: stepRates(this.#optimizer, this.#eta(), this.epoch + 1),
      w: this.#point,
      g: clipped(this.#here.gradient, clipNorm),
      state: this.#state,
      isPenalized: name === "adamw",
      round: (value) => value,
    });
    this.#here = this.#function.at(this.#point);
    if (this.#hasDiverged()) return false;
    this.#note();
    return true;
  }

  series(): MetricSeries {
    return this.#series;
  }

  get weights(): undefined {
    return undefined;
  }

  units(): UnitFacts {
    return { deadOutputs: [], saturated: [] };
  }

  evaluated(): undefined {
    return undefined;
  }

  #eta(): number {
    const { eta, schedule, steps } = this.#configuration;
    const values = schedule.name === "plateau" ? this.#series["value"]!.slice(1) : [];
    const watched = { goal: "minimize", values } as const;
    return epochEtas(eta, schedule, { epoch: this.epoch + 1, epochs: steps, batches: 1, watched })[0]!;
  }

  #note(): void {
    for (const [name, value] of Object.entries(this.measurement)) this.#series[name]!.push(value);
  }

  #hasDiverged(): boolean {
    const start = this.#series["value"]![0]!;
    const unit = Math.max(1, Math.abs(start));
    const change = this.#here.value - start;
    const isBounded = change <= LARGEST_RISE * unit && change >= -LARGEST_FALL * unit;
    return !(isBounded && this.#point.every(Number.isFinite) && this.#here.gradient.every(Number.isFinite));
  }
}

function norm(vector: Float64Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}

/** Returns a gradient that is no longer than the largest norm; 0 is no limit. */
function clipped(gradient: Float64Array, clipNorm: number): Float64Array {
  const length = norm(gradient);
  return clipNorm > 0 && length > clipNorm
    ? gradient.map((slope) => slope * (clipNorm / length))
    : gradient.slice();
}
