/**
 * Figures for people. One rule decides their digits: a spread has two digits, or one where it is less than one point of a
 * percentage, and the figure beside it ends at the same place: 6.4 ± 1.2, 95.7 ± 0.8 %.
 * @module
 */
import type { Interval, Statistics } from "../math/statistics.ts";
import { isShare as isMetricShare, metricNamed } from "../metrics/metrics.ts";

/** A spread that is no more than rounding of equal values. */
const ROUNDING = 1e-12;
/** Arms that differ by no more of the width than this are equal but for rounding. */
const UNEVEN = 1e-9;
/** No interval is shown as nothing: one hundredth of a percent. */
const SMALLEST_PERCENT = 0.01;
/** Decimals of a percentage, at most. */
const PERCENT_DECIMALS = 2;
/** Significant digits of other figures, at most: the spread may be far smaller. */
const MOST_DIGITS = 6;
/** Numbers that need more decimals have an exponent. */
const PLAIN_DECIMALS = 6;

/** Returns a metric's value without a known spread: accuracies and other shares in percent with two decimals, losses with four digits. */
export function figureText(metric: string, value: number): string {
  return isShare(metric) ? `${percent(value)} %` : digits(value, 4);
}

/**
 * Returns mean and 95 % interval for people: "95.7 ± 0.8 %", or "14 % (4 to 37)" where the interval is not
 * symmetric; the mean alone without an interval or without any spread, "" without a mean.
 */
export function intervalText(metric: string, { mean, ci95 }: Statistics): string {
  if (mean === null) return "";
  const round = rounding(metric, mean, halfOf(ci95));
  if (!ci95 || !round) return figureText(metric, mean);
  const unit = isShare(metric) ? " %" : "";
  return isSymmetric(mean, ci95)
    ? `${round.value(mean)} ± ${round.spread}${unit}`
    : `${round.value(mean)}${unit} (${round.value(ci95.low)} to ${round.value(ci95.high)})`;
}

/** Returns a mean alone, with the digits that it has beside its interval; "" without a mean. */
export function meanText(metric: string, { mean, ci95 }: Pick<Statistics, "mean" | "ci95">): string {
  if (mean === null) return "";
  const round = rounding(metric, mean, halfOf(ci95));
  return round ? `${round.value(mean)}${isShare(metric) ? " %" : ""}` : figureText(metric, mean);
}

/** Returns whether a mean lies in the middle of its interval, but for rounding. */
export function isSymmetric(mean: number, { low, high }: Interval): boolean {
  return Math.abs(high - mean - (mean - low)) <= UNEVEN * (high - low);
}

/** Returns a standard deviation for people: of accuracies in percentage points; "-" without one. */
export function deviationText(metric: string, deviation: number | null): string {
  if (deviation === null) return "-";
  return rounding(metric, 0, deviation)?.spread ?? (isShare(metric) ? percent(deviation) : "0");
}

/** Returns a difference for people, with its sign: of accuracies in percentage points; with the digits of `half` where given. */
export function differenceText(metric: string, difference: number, half = 0): string {
  const size = Math.abs(difference);
  const figure =
    rounding(metric, size, half)?.value(size) ?? (isShare(metric) ? percent(size) : digits(size, 4));
  const sign = Number(figure) === 0 ? "" : difference > 0 ? "+" : "-";
  return `${sign}${figure}`;
}

/** Returns the size of a difference with its interval, for people: "7.1 ± 0.8 points" between shares. */
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

function halfOf(interval: Interval | null): number {
  return interval ? (interval.high - interval.low) / 2 : 0;
}

/** Returns how figures of the size of `value` are written beside a spread, and the spread itself; undefined without any. */
function rounding(
  metric: string,
  value: number,
  spread: number,
): { readonly value: (figure: number) => string; readonly spread: string } | undefined {
  if (spread <= ROUNDING) return undefined;
  if (isShare(metric)) {
    const shown = Math.max(100 * spread, SMALLEST_PERCENT);
    const decimals = Math.min(decimalsOf(shown, shown < 1 ? 1 : 2), PERCENT_DECIMALS);
    return { value: (share) => fixed(100 * share, decimals), spread: fixed(shown, decimals) };
  }
  const wanted = decimalsOf(spread, 2);
  const most = MOST_DIGITS - 1 - exponentOf(Math.max(Math.abs(value), spread));
  const decimals = Math.max(0, Math.min(wanted, most));
  return {
    value: (figure) => fixed(figure, decimals),
    spread: wanted > decimals ? digits(spread, 2) : fixed(spread, decimals),
  };
}

/** Returns the decimals with which a spread has `count` digits; those left of the point are all shown. */
function decimalsOf(spread: number, count: number): number {
  return Math.max(0, count - 1 - exponentOf(spread));
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

/** Zeros at the end are kept: they say how exact a figure is. */
function fixed(value: number, decimals: number): string {
  const text = value.toFixed(Math.min(decimals, 100));
  const figure = Number(text) === 0 ? text.replace("-", "") : text;
  return decimals > PLAIN_DECIMALS ? String(Number(text)) : figure;
}

function isShare(metric: string): boolean {
  return isMetricShare(metricNamed(metric));
}

function percent(share: number): string {
  return fixed(100 * share, PERCENT_DECIMALS);
}
