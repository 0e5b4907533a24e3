import type { DatasetFacts } from "../../data/dataset.ts";
import { datasetSource } from "../../data/registry.ts";
import type { DatasetOptions } from "../../data/source.ts";
import { isBroken, type Draft } from "./draft.ts";
import type { Place } from "../source-text.ts";

/** A data set of the grid, what is known of it, and where it is written. */
export interface DatasetVariant {
  readonly name: string;
  readonly facts: DatasetFacts;
  readonly place: Place;
  /** Where its parts are divided, if it says so. */
  readonly splitPlace?: Place | undefined;
}

/** Returns every data set of the grid: each value of `dataset` with each combination of option axes. */
export function datasetVariants({ fields, broken }: Draft): DatasetVariant[] {
  const dataset = fields.get("dataset");
  if (!dataset || isBroken("dataset", broken)) return [];
  let sets = dataset.values.map(({ value, place }) => ({ options: value as DatasetOptions, place }));
  for (const { path, values } of fields.values()) {
    if (!path.startsWith("dataset.") || values.length === 1) continue;
    const option = path.replace("dataset.", "");
    sets = sets.flatMap(({ options, place }) =>
      values.map(({ value }) => ({ options: { ...options, [option]: value as number }, place })),
    );
  }
  const split = fields.get("dataset.validation") ?? fields.get("dataset.train");
  const splitPlace = split?.values.at(-1)?.place;
  return sets.map(({ options, place }) => {
    return { name: options.name, facts: datasetSource(options.name).facts(options), place, splitPlace };
  });
}
