import { mostOverlap } from "../replicates/fold-overlap.ts";
import { independentValues } from "../replicates/independent-values.ts";
import { isWhole } from "../replicates/measured-trials.ts";
import type { Comparison, ComparisonMethod, ConfigurationResult } from "../results.ts";
import { compareSamples, familyOf, type Rule } from "./compare-samples.ts";

/** The comparisons of settings with one of them. */
export interface Comparisons {
  /** Undefined where there is nothing to compare, or one replicate only. */
  readonly method: Omit<ComparisonMethod, "condition"> | undefined;
  readonly of: ReadonlyMap<ConfigurationResult, Comparison>;
}

/**
 * Compares configurations with a reference in pairs of replicates, with simultaneous intervals. A configuration with a
 * replicate that diverged or failed is not compared, because its other replicates are not a fair sample. The same holds
 * for such a reference.
 */
export function compareWith(
  reference: ConfigurationResult | undefined,
  configurations: readonly ConfigurationResult[],
  rule: Rule,
): Comparisons {
  if (!reference || !isWhole(reference)) return { method: undefined, of: new Map() };
  const samples = configurations.filter(isWhole).map((own) => ({ own, values: valuesOf(own) }));
  const family = familyOf(
    samples.map(({ values }) => values),
    { isSelected: rule.isSelected, overlap: mostOverlap(configurations) },
  );
  const base = valuesOf(reference);
  const others = samples.filter(({ own }) => own !== reference);
  const method: Omit<ComparisonMethod, "condition"> = {
    settings: family.settings,
    error: family.pooled === undefined ? "pairs" : "pooled",
    margin: rule.margin,
  };
  return {
    method: base.length > 1 && others.length > 0 ? method : undefined,
    of: new Map(others.map(({ own, values }) => [own, compareSamples(values, base, { rule, family })])),
  };
}

function valuesOf({ trials }: ConfigurationResult): number[] {
  return independentValues(trials, ({ objective }) => objective);
}
