import { readFileSync } from "node:fs";

/** What test/vectors/search/make.py prints. */
interface SearchVectors {
  readonly digamma: [number, number][];
  readonly trigamma: [number, number][];
  readonly moderated: {
    readonly variances: number[];
    readonly degrees: number;
    readonly most: number;
    readonly total: number;
    readonly moderated: number[];
  }[];
  /** The paired t test of two samples, two-sided. */
  readonly pair: { readonly t: number; readonly p: number; readonly critical: number };
  /** The share of each axis alone in the variance of Ishigami's function. */
  readonly ishigami: number[];
}

const file = new URL("../vectors/search/search.json", import.meta.url);

/** Numbers of SciPy and NumPy to compare with. */
export const SEARCH = JSON.parse(readFileSync(file, "utf8")) as SearchVectors;
