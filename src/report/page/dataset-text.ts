import { statedValue } from "../../results/stated-value.ts";
import type { DatasetOptions } from "../../data/source.ts";

/** Returns a data set in words: "moons, samples 300, noise 0.2"; options at their default are left out. */
export function datasetText(dataset: DatasetOptions): string {
  const { name, ...options } = statedValue(dataset) as DatasetOptions;
  const texts = Object.entries(options).map(([option, value]) => `${option} ${textOf(value)}`);
  return [name, ...texts].join(", ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
