import { log } from "../../math/log.ts";
import { boundsOf, metricNamed, spansMagnitudes } from "../../metrics/metrics.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";

/** How values of a metric map to the height of a plot. */
export interface PlotScale {
  readonly type: "linear" | "log";
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** Returns the place of a value: 0 = lower end, 1 = upper end. */
  readonly share: (value: number) => number;
}

/** Losses that spread by at least this factor get a logarithmic axis. */
const LOG_SPREAD = 4;

/** How far beyond its means a logarithmic axis follows their intervals, as a factor: these may reach down to 0. */
const MOST_BEYOND = 10;

/**
 * Returns a scale for values of a metric and what surrounds them, such as the ends of intervals. It never leaves the range
 * of the metric. Ends of intervals may lie far beyond a logarithmic scale.
 */
export function metricScale(
  metric: string,
  values: readonly number[],
  around: readonly number[] = [],
): PlotScale {
  const { low, high } = boundsOf(metricNamed(metric));
  const held = [...values, ...around].map((value) => Math.min(high, Math.max(low, value)));
  const [least, most] = [smallestOf(values), largestOf(values)];
  const mayBeLog = spansMagnitudes(metricNamed(metric));
  if (mayBeLog && least > 0 && largestOf(held) >= LOG_SPREAD * least) {
    const near = held.filter((value) => value >= least / MOST_BEYOND && value <= most * MOST_BEYOND);
    return logScale(smallestOf(near), largestOf(near));
  }
  return linearScale(smallestOf(held), largestOf(held), high);
}

/** Returns a scale with round ends around the values: logarithmic where it may be, unless they are close together or include 0. */
export function plotScale(values: readonly number[], mayBeLog: boolean): PlotScale {
  const low = smallestOf(values);
  const high = largestOf(values);
  return mayBeLog && low > 0 && high >= LOG_SPREAD * low ? logScale(low, high) : linearScale(low, high);
}

function linearScale(low: number, high: number, most = Infinity): PlotScale {
  const isFlat = high - low <= 1e-6 * Math.abs(high);
  const step = roundStep((isFlat ? Math.abs(high) || 1 : high - low) / 5);
  const isAtMost = isFlat && high >= most;
  const first = Math.floor(low / step) - (isAtMost ? 1 : 0);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  const [bottom, top] = [ticks[0]!, ticks.at(-1)!];
  return {
    type: "linear",
    domain: [bottom, top],
    ticks,
    share: (value) => (value - bottom) / (top - bottom),
  };
}

function logScale(low: number, high: number): PlotScale {
  const exponents = Array.from(
    { length: exponentOf(high) - exponentOf(low) + 2 },
    (_, i) => exponentOf(low) + i,
  );
  const ladder = exponents.flatMap((exponent) => [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)));
  const bottom = ladder.findLast((rung) => rung <= low)!;
  const top = ladder.find((rung) => rung >= high)!;
  const inside = ladder.filter((rung) => rung >= bottom && rung <= top);
  const decades = inside.filter((rung) => rung.toExponential().startsWith("1e"));
  const span = log(top) - log(bottom);
  return {
    type: "log",
    domain: [bottom, top],
    ticks: inside.length > 8 ? decades : inside,
    share: (value) => (log(value) - log(bottom)) / span,
  };
}

/** Returns the smallest of 1, 2, 5, 10, 20, ... times a power of ten that is at least `least`. */
function roundStep(least: number): number {
  const exponent = exponentOf(least);
  const steps = [1, 2, 5, 10].map((digit) => Number(`${digit}e${exponent}`));
  return steps.find((step) => step >= least)!;
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}
