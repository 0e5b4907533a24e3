import { readFileSync } from "node:fs";

/** What test/vectors/comparisons/make.py prints. */
interface ComparisonVectors {
  /** Probability, degrees of freedom, Student's t. */
  readonly critical: [number, number, number][];
  /** z and the probability of less. */
  readonly normal: [number, number][];
  /** Count, degrees of freedom (null: infinite), critical value at 5 %, probability at four fifths of it. */
  readonly ranges: [number, number | null, number, number][];
  /** Samples, whether their noise is pooled, half widths of the differences from the first. */
  readonly families: { samples: number[][]; pooled: boolean; half: number[] }[];
}

const file = new URL("../vectors/comparisons/comparisons.json", import.meta.url);

/** Numbers of SciPy to compare with. */
export const COMPARISONS = JSON.parse(readFileSync(file, "utf8")) as ComparisonVectors;
