import type { DatasetOptions } from "../data/source.ts";
import { statedValue } from "../results/stated-value.ts";

/**
 * Returns data sets in a few words: a file by its name and what is predicted, "flowers.csv, species", others by the
 * options that are not at their default, "moons, samples 300". Where files have the same words, options that differ follow.
 */
export function datasetNames(datasets: readonly DatasetOptions[]): string[] {
  const stated = datasets.map((dataset) => statedValue(dataset) as DatasetOptions);
  return stated.map((dataset) => {
    const name = shortName(dataset);
    const alike = stated.filter((other) => shortName(other) === name);
    const isShared = (option: string) =>
      alike.every((other) => textOf(other[option]) === textOf(dataset[option]));
    return [name, ...optionTexts(dataset).flatMap(([option, text]) => (isShared(option) ? [] : text))].join(
      ", ",
    );
  });
}

function shortName(dataset: DatasetOptions): string {
  const { name, path } = dataset;
  if (typeof path !== "string") return [name, ...optionTexts(dataset).map(([, text]) => text)].join(", ");
  const { target, targets } = dataset;
  const predicted = typeof target === "string" ? [target] : Array.isArray(targets) ? targets : [];
  return [path.split("/").at(-1)!, ...predicted].join(", ");
}

function optionTexts(dataset: DatasetOptions): [option: string, text: string][] {
  const options = Object.entries(dataset).filter(([option]) => option !== "name");
  return options.map(([option, value]) => [option, `${option} ${textOf(value)}`]);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
