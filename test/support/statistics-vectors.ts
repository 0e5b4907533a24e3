import { readFileSync } from "node:fs";

type Row2 = [number, number];
type Row3 = [number, number, number];
type Row4 = [number, number, number, number];

/** A sample of pairs and what SciPy says of it. */
interface PairedVector {
  readonly a: number[];
  readonly b: number[];
  readonly mean: number;
  readonly sd: number;
  readonly t: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** A balanced grid, last axis fastest, replicates innermost, and its analysis by statsmodels. */
interface VarianceVector {
  readonly levels: number[];
  readonly replicates: number;
  readonly y: number[];
  readonly rows: { source: string; ss: number; df: number; f: number | null; p: number | null }[];
}

/** What test/vectors/statistics/make.py prints. */
interface StatisticsVectors {
  readonly logGamma: Row2[];
  readonly t95: Row2[];
  readonly t: Row3[];
  readonly f: Row4[];
  readonly paired: PairedVector[];
  readonly variance: VarianceVector[];
}

const file = new URL("../vectors/statistics/statistics.json", import.meta.url);

/** Numbers of SciPy and statsmodels to compare with. */
export const STATISTICS = JSON.parse(readFileSync(file, "utf8")) as StatisticsVectors;
