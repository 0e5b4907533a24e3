import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { balancedVariance } from "../../src/math/balanced-variance.ts";
import { statistics } from "../../src/math/statistics.ts";
import { pairedDifference } from "../../src/results/paired-difference.ts";

/** What test/vectors/folds/make.py prints of two settings. */
type Figure = "folds" | "replicates" | "tested" | "trained" | "aLow" | "aHigh" | "t" | "p" | "low" | "high";
type Vector = Record<Figure | "foldSquares" | "replicateSquares", number> & Record<"a" | "b", number[]>;

const file = new URL("../vectors/folds/folds.json", import.meta.url);
const VECTORS = JSON.parse(readFileSync(file, "utf8")) as Vector[];

describe.each(VECTORS)("over $folds folds x $replicates replicates", (vector) => {
  const { a, b, folds, replicates, tested, trained } = vector;
  const overlap = tested / trained;

  it("intervals and tests have the variance of Nadeau and Bengio, as NumPy and SciPy compute it", () => {
    const { ci95 } = statistics(a, overlap);
    expect(ci95!.low).toBeCloseTo(vector.aLow, 10);
    expect(ci95!.high).toBeCloseTo(vector.aHigh, 10);
    const found = pairedDifference(a, b, overlap);
    if (found.status !== "tested") throw new Error(found.status);
    expect(found.t).toBeCloseTo(vector.t, 9);
    expect(found.p / vector.p).toBeCloseTo(1, 8);
    expect([found.ci95.low, found.ci95.high]).toEqual([
      expect.closeTo(vector.low, 10),
      expect.closeTo(vector.high, 10),
    ]);
  });

  it("the variance has a row of folds, and one of replicates within them", () => {
    const grid = { levels: [2], replicates: folds * replicates, groups: folds };
    const terms = balancedVariance([...a, ...b], grid);
    expect(terms.map(({ source, degrees }) => [source, degrees])).toEqual([
      [[0], 1],
      ["group", folds - 1],
      ...(replicates > 1 ? [["block", folds * (replicates - 1)]] : []),
      ["noise", folds * replicates - 1],
    ]);
    const squaresOf = (name: string): number =>
      terms.find(({ source }) => source === name)?.sumOfSquares ?? 0;
    expect(squaresOf("group")).toBeCloseTo(vector.foldSquares, 12);
    expect(squaresOf("block")).toBeCloseTo(vector.replicateSquares, 12);
  });
});
