import type { ConfigurationResult, SamplingError } from "./results.ts";
import type { Metric } from "../metrics/metrics.ts";

/** With fewer examples the standard error of an accuracy is unreliable. */
const FEWEST_EXAMPLES = 30;

/**
 * Returns the standard error of the best configuration's accuracy, whose test part (else validation part) is a sample of
 * all possible examples: sqrt(p (1 - p) / n). Replicates share the sample, so more of them do not reduce the error; folds
 * are tested on different rows, together on all of them.
 */
export function samplingError(
  best: ConfigurationResult | undefined,
  metrics: readonly Metric[],
): SamplingError | undefined {
  const candidates = (["test", "validation"] as const).flatMap((part) => {
    const column = metrics.findIndex((metric) => metric.part === part && metric.quantity === "accuracy");
    const accuracy = best?.metrics[column]?.mean ?? null;
    const examples = best ? examplesOf(best, part) : 0;
    if (accuracy === null || examples < FEWEST_EXAMPLES) return [];
    const standardError = Math.sqrt((accuracy * (1 - accuracy)) / examples);
    return [{ metric: metrics[column]!.name, accuracy, examples, standardError }];
  });
  return candidates[0];
}

function examplesOf({ facts, folds }: ConfigurationResult, part: "test" | "validation"): number {
  if (part === "validation" || !folds) return facts.sizes[part];
  return folds.reduce((sum, fold) => sum + fold.facts.sizes.test, 0);
}
