import { holm } from "../../math/holm.ts";
import { mostOverlap } from "../fold-overlap.ts";
import { isWhole } from "../is-whole.ts";
import { pairedDifference, type PairedDifference } from "../paired-difference.ts";
import type { Comparison, ConfigurationResult } from "../results.ts";

const LEVEL = 0.05;

/**
 * Compares configurations with a reference in pairs of replicates. Those of which a replicate diverged or failed are
 * not compared, as what is left of them is no fair sample; nor is anything with such a reference.
 */
export function compareWith(
  reference: ConfigurationResult | undefined,
  configurations: readonly ConfigurationResult[],
): Map<ConfigurationResult, Comparison> {
  if (!reference || !isWhole(reference)) return new Map();
  const others = configurations.filter((other) => other !== reference && isWhole(other));
  const differences = others.map((other) =>
    pairedDifference(objectives(other), objectives(reference), mostOverlap([other, reference])),
  );
  const corrected = correct(differences);
  return new Map(
    others.map((other, i) => {
      const [difference, p] = [differences[i]!, corrected.get(differences[i]!) ?? null];
      return [other, { difference, corrected: p, verdict: verdictOf(difference, p) }];
    }),
  );
}

/** Returns the corrected p of each difference that was tested. */
function correct(differences: readonly PairedDifference[]): Map<PairedDifference, number> {
  const tested = differences.filter((difference) => difference.status === "tested");
  const corrected = holm(tested.map(({ p }) => p));
  return new Map(tested.map((difference, i) => [difference, corrected[i]!]));
}

function objectives({ trials }: ConfigurationResult): number[] {
  return trials.map(({ objective }) => objective!);
}

function verdictOf({ status, mean }: PairedDifference, corrected: number | null): Comparison["verdict"] {
  if (corrected !== null) return corrected < LEVEL ? "apart" : "tied";
  return status === "allEqual" && mean === 0 ? "tied" : "unknown";
}
