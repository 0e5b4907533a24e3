import type { DatasetOptions } from "../data/source.ts";
import { namedText } from "../results/named-text.ts";
import { statedValue } from "../results/stated-value.ts";

/**
 * Returns data sets in a few words: a file by its name and what is predicted, "flowers.csv (target species)", others by
 * the options that are not at their default, "moons (samples 300)". Where files have the same words, options that differ follow.
 */
export function datasetNames(datasets: readonly DatasetOptions[]): string[] {
  const stated = datasets.map((dataset) => statedValue(dataset) as DatasetOptions);
  return stated.map((dataset) => {
    const name = namedText(inShort(dataset));
    const alike = stated.filter((other) => namedText(inShort(other)) === name);
    const differing = Object.entries(dataset).filter(([option, value]) =>
      alike.some((other) => JSON.stringify(other[option]) !== JSON.stringify(value)),
    );
    return namedText({ ...inShort(dataset), ...Object.fromEntries(differing) });
  });
}

function inShort(dataset: DatasetOptions): DatasetOptions {
  const { name, path, target, targets } = dataset;
  if (typeof path !== "string") return dataset;
  const file = path.split("/").at(-1)!;
  return {
    name,
    path: file,
    ...(target !== undefined && { target }),
    ...(targets !== undefined && { targets }),
  };
}
