import { exp } from "../../math/exp.ts";
import { log } from "../../math/log.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { plotScale } from "../../report/pictures/plot-scale.ts";
import { tickText } from "../../report/pictures/value-axis.ts";
import { digits } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import { metricNamed, spansMagnitudes } from "../../metrics/metrics.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";

/** One axis of the parallel coordinates. Places on it lie between 0, its lower end, and 1. */
export interface Axis {
  /** Identifies the axis in a view. */
  readonly key: string;
  readonly label: string;
  readonly ticks: readonly Tick[];
  readonly placeOf: (trial: PageTrial) => number;
  /** The meaning of a place, in words. */
  readonly textAt: (place: number) => string;
}

/** A value that an axis names. */
export interface Tick {
  readonly place: number;
  readonly text: string;
}

/** Above it lie the values, below it the trials that have none. */
const FLOOR = 0.12;
const MOST_VALUES = 9;

/** Returns the axes of an experiment: its columns, then the objective. */
export function axesOf(data: PageData): Axis[] {
  return [...data.columns.map((_, i) => columnAxis(data, i)), objectiveAxis(data)];
}

function columnAxis({ columns, configurations, trials }: PageData, column: number): Axis {
  const { path: key, label } = columns[column]!;
  const valueOf = ({ configuration }: PageTrial) => configurations[configuration]!.values[column] ?? null;
  const values = [...new Set(configurations.map(({ values }) => values[column] ?? null))];
  const present = values.filter((value) => value !== null);
  if (present.every((value) => typeof value === "number")) {
    const scale = valuesScale(present);
    const ticks = present.length <= MOST_VALUES ? present : plotScale(present, scale.type === "log").ticks;
    const inside = ticks.filter((tick) => tick >= scale.low && tick <= scale.high);
    return makeAxis(
      { key, label, scale, ticks: inside, numberOf: valueOf as NumberOf, textOf: String },
      trials,
    );
  }
  const scale: Scale = { type: "linear", low: -0.5, high: values.length - 0.5 };
  const ticks = values.map((_, i) => i);
  const numberOf = (trial: PageTrial): number => values.indexOf(valueOf(trial));
  const textOf = (index: number): string => String(values[Math.round(index)] ?? "none");
  return makeAxis({ key, label, scale, ticks, numberOf, textOf }, trials);
}

function objectiveAxis(data: PageData): Axis {
  const {
    objective: { metric },
    trials,
  } = data;
  const values = trials.flatMap(({ objective }) => objective ?? []);
  const isLoss = spansMagnitudes(metricNamed(metric));
  const { type, domain, ticks } = plotScale(values.length > 0 ? values : [0, 1], isLoss);
  const scale: Scale = { type, low: domain[0], high: domain[1] };
  const numberOf: NumberOf = ({ objective }) => objective;
  const textOf = (value: number): string => tickText(metric, value);
  return makeAxis(
    { key: "objective", label: metricText(metric, data), scale, ticks, numberOf, textOf },
    trials,
  );
}

type NumberOf = (trial: PageTrial) => number | null;

/** An axis of numbers; words are numbered. */
interface NumberAxis extends Pick<Axis, "key" | "label"> {
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly numberOf: NumberOf;
  readonly textOf: (value: number) => string;
}

function makeAxis(axis: NumberAxis, trials: readonly PageTrial[]): Axis {
  const { key, label, scale, numberOf, textOf } = axis;
  const floor = trials.some((trial) => numberOf(trial) === null) ? FLOOR : 0;
  const place = (value: number | null): number =>
    value === null ? 0 : floor + (1 - floor) * shareOf(value, scale);
  const ticks = axis.ticks.map((tick) => ({ place: place(tick), text: textOf(tick) }));
  const textAt = (at: number): string => {
    if (at < floor / 2) return "none";
    const value = numberAt(Math.max(0, (at - floor) / (1 - floor)), scale);
    return textOf(Number(digits(value, 4)));
  };
  return {
    key,
    label,
    ticks: floor > 0 ? [{ place: 0, text: "none" }, ...ticks] : ticks,
    placeOf: (trial) => place(numberOf(trial)),
    textAt,
  };
}

/** How numbers map to places between 0 and 1. */
interface Scale {
  readonly type: "linear" | "log";
  readonly low: number;
  readonly high: number;
}

/** A grid's values that spread by this factor are shown on a logarithmic axis. */
const LOG_SPREAD = 20;

/** Returns a scale for the values of an axis of the grid. */
function valuesScale(values: readonly number[]): Scale {
  const [low, high] = [smallestOf(values), largestOf(values)];
  return { type: low > 0 && high >= LOG_SPREAD * low ? "log" : "linear", low, high };
}

/** Returns the place of a number; one half where all numbers are the same. */
function shareOf(value: number, { type, low, high }: Scale): number {
  if (low === high) return 0.5;
  return type === "log" ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low);
}

/** Returns the number at a place. */
function numberAt(share: number, { type, low, high }: Scale): number {
  return type === "log" ? exp(log(low) + share * (log(high) - log(low))) : low + share * (high - low);
}
