import type { DatasetOptions } from "../data/source.ts";
import type { Activation, Configuration, Init, Loss, OutputActivation } from "./experiment.ts";
import type { Cells } from "./sweep.ts";

/** Returns the configuration that a cell for every field makes. */
export function configurationOf(cells: Cells): Configuration {
  return {
    dataset: datasetOf(cells),
    architecture: {
      hidden: cells["architecture.hidden"]!.value as readonly number[],
      activation: cells["architecture.activation"]!.value as Activation,
      output: cells["architecture.output"]!.value as OutputActivation,
      init: cells["architecture.init"]!.value as Init,
    },
    loss: cells["loss"]!.value as Loss,
    eta: cells["eta"]!.value as number,
    batchSize: cells["batchSize"]!.value as number | "full",
    epochs: cells["epochs"]!.value as number,
  };
}

/** Returns the data set with the options that have cells of their own. */
export function datasetOf(cells: Cells): DatasetOptions {
  const dataset = cells["dataset"]!.value as DatasetOptions;
  let changed: Record<string, number> | undefined;
  for (const path in cells) {
    if (!path.startsWith("dataset.")) continue;
    const [option, value] = [path.slice("dataset.".length), cells[path]!.value as number];
    if (dataset[option] !== value) (changed ??= {})[option] = value;
  }
  return changed ? { ...dataset, ...changed } : dataset;
}
