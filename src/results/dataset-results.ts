import type { PartName } from "../data/dataset.ts";
import { groupBy } from "./group-by.ts";
import type { Baseline, ConfigurationResult, DatasetResult } from "./results.ts";

/** Returns the data sets that configurations train on, each once. */
export function datasetResults(configurations: readonly ConfigurationResult[]): DatasetResult[] {
  const byDigest = groupBy(configurations, ({ dataDigest }) => dataDigest);
  return [...byDigest].flatMap(([digest, sharing]) => {
    const { configuration, facts } = sharing[0]!;
    if (configuration.kind === "function") return [];
    const evaluated = sharing.flatMap(({ trials }) => trials).find(({ record }) => record)?.record?.evaluated;
    return {
      dataset: configuration.dataset,
      facts,
      digest,
      ...(evaluated?.classCounts && { baseline: baselineOf(evaluated.part, evaluated.classCounts) }),
    };
  });
}

function baselineOf(part: PartName, classCounts: readonly number[]): Baseline {
  const examples = classCounts.reduce((sum, count) => sum + count, 0);
  return { part, accuracy: Math.max(...classCounts) / examples };
}
