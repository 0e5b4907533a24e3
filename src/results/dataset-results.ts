import type { EvaluatedPart } from "../training/record.ts";
import { groupBy } from "./group-by.ts";
import type { Baseline, ConfigurationResult, DatasetResult } from "./results.ts";

/** Returns the data sets that configurations train on, each once. */
export function datasetResults(configurations: readonly ConfigurationResult[]): DatasetResult[] {
  const byDigest = groupBy(configurations, ({ dataDigest }) => dataDigest);
  return [...byDigest].map(([digest, sharing]) => {
    const { configuration, facts } = sharing[0]!;
    const evaluated = sharing.flatMap(({ trials }) => trials).find(({ record }) => record)?.record?.evaluated;
    return {
      dataset: configuration.dataset,
      facts,
      digest,
      ...(evaluated && { baseline: baselineOf(evaluated) }),
    };
  });
}

function baselineOf({ part, classCounts }: EvaluatedPart): Baseline {
  const examples = classCounts.reduce((sum, count) => sum + count, 0);
  return { part, accuracy: Math.max(...classCounts) / examples };
}
