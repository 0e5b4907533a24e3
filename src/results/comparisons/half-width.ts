import { independentCount } from "../../math/statistics.ts";
import { studentCritical } from "../../math/student-t.ts";
import { studentizedRange95 } from "../../math/studentized-range.ts";
import { smallestOf } from "../../math/extremes.ts";

/** Comparisons whose intervals are simultaneous. */
export interface Family {
  /** Settings with a value for every replicate, the reference among them. */
  readonly settings: number;
  /** The reference was chosen for its result: it could have been any of the settings, so all pairs count. */
  readonly isSelected: boolean;
  /** Variance of one value, where all settings share it. */
  readonly pooled: number | undefined;
  /** As `statistics` takes it. */
  readonly overlap: number;
}

/** How the values of a setting and of the reference vary. */
export interface PairSpread {
  /** Standard deviation of their differences, in pairs; null where all are equal. */
  readonly deviation: number | null;
  /** Of each of the two. */
  readonly variances: readonly [number, number];
}

const LEVEL = 0.05;

/**
 * Returns half the width of the simultaneous interval of a difference over `count` values of each setting; null where
 * its spread is unknown.
 *
 * With a pooled variance: Tukey's studentized range for a selected reference, else Bonferroni's correction of Student's t.
 * The error is never smaller than that of the pair itself, in case single settings are noisier than the others.
 * Without one: the narrower of the paired interval and Welch's, both with Bonferroni's correction. Pairs have fewer degrees of freedom;
 * Welch's error is larger where replicates shift both settings alike.
 * Source: Hochberg and Tamhane, Multiple Comparison Procedures (1987), chapters 3 and 7.
 */
export function halfWidth(spread: PairSpread, family: Family, count: number): number | null {
  const scale = Math.sqrt(independentCount(count, family.overlap));
  const widths =
    family.pooled === undefined ? ownWidths(spread, family, count) : [pooledWidth(spread, family, count)];
  const narrowest = smallestOf(widths.filter((width) => width > 0));
  return narrowest === Infinity ? null : narrowest / scale;
}

function pooledWidth(
  { deviation }: PairSpread,
  { settings, isSelected, pooled = 0 }: Family,
  count: number,
): number {
  const degrees = (settings - 1) * (count - 1);
  const factor = isSelected
    ? studentizedRange95({ count: settings, degrees }) / Math.SQRT2
    : studentCritical(LEVEL / (settings - 1), degrees);
  return factor * Math.max(Math.sqrt(2 * pooled), deviation ?? 0);
}

function ownWidths({ deviation, variances: [a, b] }: PairSpread, family: Family, count: number): number[] {
  const level = LEVEL / comparisonsIn(family);
  const sum = a + b;
  return [
    ...(deviation === null ? [] : [studentCritical(level, count - 1) * deviation]),
    ...(sum === 0 ? [] : [studentCritical(level, welchDegrees(a, b, count)) * Math.sqrt(sum)]),
  ];
}

/** Returns how many differences the simultaneous intervals cover. */
export function comparisonsIn({ settings, isSelected }: Pick<Family, "settings" | "isSelected">): number {
  return isSelected ? (settings * (settings - 1)) / 2 : settings - 1;
}

/** Source: Satterthwaite, "An approximate distribution of estimates of variance components" (Biometrics Bulletin 2, 1946). */
function welchDegrees(a: number, b: number, count: number): number {
  return ((a + b) * (a + b) * (count - 1)) / (a * a + b * b);
}
