import type { DatasetFacts } from "../../data/dataset.ts";
import { fillOptions } from "../../data/fill-options.ts";
import { DatasetError } from "../../data/dataset-error.ts";
import { foldsOf } from "../../data/folds-of.ts";
import { datasetSource } from "../../data/registry.ts";
import type { DataFolder, DatasetOptions } from "../../data/source.ts";
import { isBroken, type Draft } from "./draft.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Place } from "../source-text.ts";
import type { Cells } from "../sweep.ts";

/** A data set of the grid, what is known of it, and where it is written. */
export interface DatasetVariant {
  readonly name: string;
  readonly facts: DatasetFacts;
  /** The column of numbers to predict if they may be classes. */
  readonly possibleClasses?: string | undefined;
  /** Folds of a cross-validation; 0 = the data set is divided once. */
  readonly folds: number;
  readonly place: Place;
  /** Where its parts are divided, if it says so. */
  readonly splitPlace?: Place | undefined;
}

/** A data set in files that cannot be read. */
export interface UnreadableDataset {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** Returns every data set of the grid: each value of `dataset` with each combination of option axes. */
export function datasetVariants({ fields, broken, folder }: Draft): (DatasetVariant | UnreadableDataset)[] {
  const dataset = fields.get("dataset");
  if (!dataset || isBroken("dataset", broken)) return [];
  let sets = dataset.values.map(({ value, place, options = {} }): PlacedOptions => {
    return { options: value as DatasetOptions, place, cells: options };
  });
  for (const { path, values } of fields.values()) {
    if (!path.startsWith("dataset.") || values.length === 1) continue;
    const option = path.replace("dataset.", "");
    sets = sets.flatMap(({ options, place, cells }) =>
      values.map((cell) => {
        return {
          options: { ...options, [option]: cell.value as number },
          place,
          cells: { ...cells, [path]: cell },
        };
      }),
    );
  }
  return sets.map(({ options, place, cells }) => {
    const filled = fillOptions(options, (option) => `dataset.${option}` in cells);
    return datasetVariant({ options: filled, place, cells }, folder);
  });
}

/** A data set with the places of its options that are written. */
export interface PlacedOptions {
  readonly options: DatasetOptions;
  readonly place: Place;
  readonly cells: Cells;
}

/** Returns what is known of a data set, or why it is not. */
export function datasetVariant(
  { options, place, cells }: PlacedOptions,
  folder: DataFolder,
): DatasetVariant | UnreadableDataset {
  const { name } = options;
  try {
    const source = datasetSource(name);
    const folds = foldsOf(options);
    const [facts = source.facts(options, folder)] = folds.map((fold) =>
      source.facts({ ...options, fold }, folder),
    );
    const possibleClasses =
      facts.target.kind === "numbers" ? source.possibleClasses?.(options, folder) : undefined;
    const splitPlace = (cells["dataset.validation"] ?? cells["dataset.train"])?.place;
    return { name, facts, possibleClasses, folds: folds.length, place, splitPlace };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const problems = error.faults.map((fault): Problem => {
      if (!("option" in fault)) return { severity: "error", ...fault };
      return errorAt(cells[`dataset.${fault.option}`]?.place ?? place, fault);
    });
    return { name, problems };
  }
}

/** Returns whether a data set can be read. */
export function isReadable(variant: DatasetVariant | UnreadableDataset): variant is DatasetVariant {
  return "facts" in variant;
}
