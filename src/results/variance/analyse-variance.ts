import { canonicalJson } from "../../data/canonical-json.ts";
import { balancedVariance, type VarianceTerm } from "../../math/balanced-variance.ts";
import { fTail } from "../../math/f-distribution.ts";
import { mostOverlap } from "../replicates/fold-overlap.ts";
import type { Column } from "../../spec/sweep.ts";
import type { ConfigurationResult, VarianceAnalysis, VarianceRow } from "../results.ts";
import { fullGrid, type FullGrid } from "./full-grid.ts";

/**
 * Splits the variance of the objective over a full grid exactly. The model is a factorial in randomized complete blocks:
 * a replicate is a block, because it uses the same random numbers in every setting; what is left besides settings
 * and blocks is the noise that effects are tested against. With folds, a fold is a block, with the mean of its
 * replicates in each setting; the examples that folds share make F smaller, like the t² of a pair.
 * Undefined where fewer than two axes vary: there is nothing to divide.
 * Source: Montgomery, Design and Analysis of Experiments (8th ed., 2013), sections 4.1 and 5.6.
 */
export function analyseVariance(
  columns: readonly Column[],
  configurations: readonly ConfigurationResult[],
): VarianceAnalysis | undefined {
  const varying = columns.filter((_, i) => {
    return new Set(configurations.map(({ values }) => canonicalJson(values[i]))).size > 1;
  });
  if (varying.length < 2) return undefined;
  const grid = fullGrid(columns, configurations);
  if ("refusal" in grid) return { rows: [], refusal: grid.refusal };
  const terms = balancedVariance(grid.values, grid);
  const total = terms.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0);
  if (total === 0) return { rows: [], refusal: "every trial has the same value" };
  const noise = terms.find(({ source }) => source === "noise");
  const untested = whyUntested(noise);
  const shared = 1 + grid.replicates * mostOverlap(configurations);
  const rows = terms.map((term): VarianceRow => ({
    kind: kindOf(term, grid),
    axes: typeof term.source === "string" ? [] : term.source.map((axis) => grid.paths[axis]!),
    sumOfSquares: term.sumOfSquares,
    degrees: term.degrees,
    share: term.sumOfSquares / total,
    ...(untested === undefined ? testOf(term, noise!, shared) : { f: null, p: null }),
  }));
  return { rows, ...(untested !== undefined && { untested }) };
}

function kindOf({ source }: VarianceTerm, { hasFolds }: FullGrid): VarianceRow["kind"] {
  if (typeof source !== "string") return "effect";
  if (source === "block") return hasFolds ? "fold" : "replicate";
  return source;
}

function whyUntested(noise: VarianceTerm | undefined): string | undefined {
  if (!noise) return "with one replicate the noise is unknown; only the highest interaction could replace it";
  return noise.sumOfSquares > 0
    ? undefined
    : "there is no noise, because replicates differ by the same amount in every setting";
}

/** @param shared How many times the variance of a mean of the trials is that of independent ones. */
function testOf(term: VarianceTerm, noise: VarianceTerm, shared: number): Pick<VarianceRow, "f" | "p"> {
  if (term.source === "noise" || term.source === "block") return { f: null, p: null };
  const f = term.sumOfSquares / term.degrees / (noise.sumOfSquares / noise.degrees) / shared;
  return { f, p: fTail(f, { numerator: term.degrees, denominator: noise.degrees }) };
}
