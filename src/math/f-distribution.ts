import { incompleteBeta } from "./incomplete-beta.ts";

/** Degrees of freedom of a ratio of two mean squares. */
export interface FDegrees {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Returns the probability that Fisher's F exceeds `f`: the p value of a ratio of mean squares; 1 at 0, 0 at Infinity.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.5.
 */
export function fTail(f: number, { numerator, denominator }: FDegrees): number {
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  const explained = numerator * f;
  const total = explained + denominator;
  return incompleteBeta(denominator / total, explained / total, { a: denominator / 2, b: numerator / 2 });
}
