import { log } from "../../math/log.ts";
import { largestOf } from "../../math/extremes.ts";

/** The noise of settings, estimated from replicates without the shifts that all settings share. */
export interface Noise {
  /** Of one value: the mean over the settings. */
  readonly variance: number;
  /** Whether the settings' variances are so similar that one may replace all of them. */
  readonly isAlike: boolean;
}

const EPSILON = 2.220446049250313e-16;

/**
 * Returns the noise of settings with as many values each, two at least: what remains besides settings and blocks; values at
 * the same position are a block. Variances count as similar where Bartlett's statistic is below its median under
 * equality: a test at 5 % would pool unequal variances far too often, because three values determine a variance poorly
 * (test/golden/comparison-rates.md has the rates).
 * Source: Montgomery, Design and Analysis of Experiments (8th ed., 2013), sections 3.4.3 and 4.1.
 */
export function noiseOf(settings: readonly (readonly number[])[]): Noise {
  const variances = residualVariances(settings);
  const variance = meanOf(variances);
  const largest = largestOf(settings.map((values) => largestOf(values.map(Math.abs))));
  const rounding = 8 * EPSILON * largest;
  const isRounding = variances.some((own) => own <= rounding * rounding);
  if (settings.length === 2) return { variance: isRounding ? 0 : variance, isAlike: true };
  if (isRounding) return { variance, isAlike: false };
  return {
    variance,
    isAlike: bartlett(variances, settings[0]!.length) <= medianChiSquare(settings.length - 1),
  };
}

/** Unbiased where all settings have the same variance; the mean is the mean square of the residual. */
function residualVariances(settings: readonly (readonly number[])[]): number[] {
  const count = settings[0]!.length;
  const means = settings.map(meanOf);
  const grand = meanOf(means);
  const blocks = Array.from(
    { length: count },
    (_, r) => meanOf(settings.map((values) => values[r]!)) - grand,
  );
  const lost = settings.length / (settings.length - 1);
  return settings.map((values, i) => {
    const squares = values.reduce((sum, value, r) => {
      const residual = value - means[i]! - blocks[r]!;
      return sum + residual * residual;
    }, 0);
    return (squares / (count - 1)) * lost;
  });
}

function bartlett(variances: readonly number[], count: number): number {
  const [settings, degrees] = [variances.length, count - 1];
  const logs = variances.reduce((sum, variance) => sum + log(variance), 0);
  const statistic = degrees * (settings * log(meanOf(variances)) - logs);
  return statistic / (1 + (settings + 1) / (3 * settings * degrees));
}

/** By Wilson and Hilferty, within 0.5 % from two degrees of freedom on. */
function medianChiSquare(degrees: number): number {
  const root = 1 - 2 / (9 * degrees);
  return degrees * root * root * root;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
