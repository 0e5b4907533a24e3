/** A measured rate. */
export interface Figure {
  /** Units per second. */
  readonly median: number;
  /** Samples behind the median, and those thrown away because the core was disturbed. */
  readonly kept: number;
  readonly rejected: number;
  /** No sample was calm: the median is that of the rejected ones. */
  readonly isDisturbed: boolean;
}

/** Returns how many times as fast `a` is as `b`. */
export function ratio(a: Figure, b: Figure): number {
  return a.median / b.median;
}

/** Returns the ratio of two figures, unless one is absent or was measured on a disturbed core. */
export function calmRatio(a: Figure | undefined, b: Figure | undefined): number | undefined {
  return !a || !b || a.isDisturbed || b.isDisturbed ? undefined : ratio(a, b);
}

/** Returns thousands of units per second; ~ = disturbed. */
export function rateText({ median, isDisturbed }: Figure): string {
  return `${isDisturbed ? "~" : ""}${(median / 1000).toPrecision(3)}`;
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle]!;
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
}
