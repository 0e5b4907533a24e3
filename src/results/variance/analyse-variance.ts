import { balancedVariance, type VarianceTerm } from "../../math/balanced-variance.ts";
import { fTail } from "../../math/f-distribution.ts";
import type { Column } from "../../spec/sweep.ts";
import type { ConfigurationResult, VarianceAnalysis, VarianceRow } from "../results.ts";
import { fullGrid } from "./full-grid.ts";

/**
 * Splits the variance of the objective over a full grid exactly. The model is a factorial in randomized complete blocks:
 * a replicate is a block, because it uses the same random numbers in every setting; what is left beside settings
 * and blocks is the noise that effects are tested against. Undefined for a single configuration.
 * Source: Montgomery, Design and Analysis of Experiments (8th ed., 2013), sections 4.1 and 5.6.
 */
export function analyseVariance(
  columns: readonly Column[],
  configurations: readonly ConfigurationResult[],
): VarianceAnalysis | undefined {
  if (configurations.length < 2) return undefined;
  const grid = fullGrid(columns, configurations);
  if ("refusal" in grid) return { rows: [], refusal: grid.refusal };
  const terms = balancedVariance(grid.values, grid);
  const total = terms.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0);
  if (total === 0) return { rows: [], refusal: "every trial came to the same value" };
  const noise = terms.find(({ source }) => source === "noise");
  const untested = whyUntested(noise);
  const rows = terms.map((term): VarianceRow => ({
    kind: KINDS[typeof term.source === "string" ? term.source : "effect"],
    axes: typeof term.source === "string" ? [] : term.source.map((axis) => grid.paths[axis]!),
    sumOfSquares: term.sumOfSquares,
    degrees: term.degrees,
    share: term.sumOfSquares / total,
    ...(untested === undefined ? testOf(term, noise!) : { f: null, p: null }),
  }));
  return { rows, ...(untested !== undefined && { untested }) };
}

const KINDS = { effect: "effect", higher: "higher", block: "replicate", noise: "noise" } as const;

function whyUntested(noise: VarianceTerm | undefined): string | undefined {
  if (!noise)
    return "with one replicate no noise is known; only the highest interaction could stand in for it";
  return noise.sumOfSquares > 0
    ? undefined
    : "there is no noise, as replicates differ alike in every setting";
}

function testOf(term: VarianceTerm, noise: VarianceTerm): Pick<VarianceRow, "f" | "p"> {
  if (term.source === "noise" || term.source === "block") return { f: null, p: null };
  const f = term.sumOfSquares / term.degrees / (noise.sumOfSquares / noise.degrees);
  return { f, p: fTail(f, { numerator: term.degrees, denominator: noise.degrees }) };
}
