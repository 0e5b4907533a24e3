import type { Interval, Statistics } from "../math/statistics.ts";
import { isShare as isMetricShare, metricNamed } from "../metrics/metrics.ts";

/** A spread that is no more than rounding of equal values. */
const ROUNDING = 1e-12;
/** Arms that differ by no more of the width than this are equal but for rounding. */
const UNEVEN = 1e-9;
/** No interval is shown as nothing: one hundredth of a percent. */
const SMALLEST_SHARE = 0.0001;

/** Returns a metric's value for people: accuracies and other shares in percent with two decimals, losses with four digits. */
export function figureText(metric: string, value: number): string {
  return isShare(metric) ? `${percent(value)} %` : digits(value, 4);
}

/**
 * Returns mean and 95 % interval for people: "94.50 ± 0.31 %", or "13.93 % (4.52 to 35.79)" where the interval is not
 * symmetric; the mean alone without an interval or without any spread, "" without a mean.
 */
export function intervalText(metric: string, { mean, ci95 }: Statistics): string {
  if (mean === null) return "";
  if (ci95 === null || ci95.high - ci95.low <= 2 * ROUNDING) return figureText(metric, mean);
  return isSymmetric(mean, ci95)
    ? armText(metric, mean, (ci95.high - ci95.low) / 2)
    : endsText(metric, mean, ci95);
}

/** Returns whether a mean lies in the middle of its interval, but for rounding. */
export function isSymmetric(mean: number, { low, high }: Interval): boolean {
  return Math.abs(high - mean - (mean - low)) <= UNEVEN * (high - low);
}

function armText(metric: string, mean: number, arm: number): string {
  return isShare(metric)
    ? `${percent(mean)} ± ${percent(Math.max(arm, SMALLEST_SHARE))} %`
    : `${digits(mean, 4)} ± ${digits(arm, 2)}`;
}

function endsText(metric: string, mean: number, { low, high }: Interval): string {
  const ends = [low, high].map((end) => (isShare(metric) ? percent(end) : digits(end, 4)));
  return `${figureText(metric, mean)} (${ends.join(" to ")})`;
}

/** Returns a standard deviation for people: of accuracies in percentage points; "-" without one. */
export function deviationText(metric: string, deviation: number | null): string {
  if (deviation === null) return "-";
  return isShare(metric) ? percent(deviation) : digits(deviation, 2);
}

/** Returns a difference for people, with its sign: of accuracies in percentage points; ± `half` where given. */
export function differenceText(metric: string, difference: number, half?: number): string {
  const size = Math.abs(difference);
  const figure = isShare(metric) ? percent(size) : digits(size, 4);
  const sign = Number(figure) === 0 ? "" : difference > 0 ? "+" : "-";
  return `${sign}${figure}${half === undefined ? "" : ` ± ${deviationText(metric, half)}`}`;
}

/** Returns the size of a difference with its interval, for people: "7.08 ± 0.84 points" between shares. */
export function sizeText(metric: string, size: Statistics): string {
  return intervalText(metric, size).replace(" %", differenceUnit(metric));
}

/** Returns the unit of a metric's differences, to write after one: " points" for accuracies, else nothing. */
export function differenceUnit(metric: string): string {
  return isShare(metric) ? " points" : "";
}

/** Returns a number rounded to some significant digits, without zeros at the end. */
export function digits(value: number, count: number): string {
  return String(Number(value.toPrecision(count)));
}

function isShare(metric: string): boolean {
  return isMetricShare(metricNamed(metric));
}

function percent(share: number): string {
  return (share * 100).toFixed(2);
}
