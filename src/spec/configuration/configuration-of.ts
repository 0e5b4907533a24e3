import { fillOptions } from "../../data/fill-options.ts";
import type { DatasetOptions } from "../../data/source.ts";
import type { FunctionOptions } from "../../functions/named-functions.ts";
import type {
  Activation,
  ClassWeights,
  Configuration,
  FunctionConfiguration,
  Init,
  Loss,
  NetworkConfiguration,
  OptimizerOptions,
  OutputActivation,
  ScheduleOptions,
} from "../experiment.ts";
import type { NamedOptions } from "../field-value.ts";
import type { Cells } from "../sweep.ts";
import { kindOfCells } from "./kind-of.ts";

/** Returns the configuration that a cell for every field of its kind makes. */
export function configurationOf(cells: Cells): Configuration {
  return kindOfCells(cells) === "function" ? functionConfigurationOf(cells) : networkConfigurationOf(cells);
}

function functionConfigurationOf(cells: Cells): FunctionConfiguration {
  return {
    kind: "function",
    function: functionOf(cells),
    start: cells["start"]!.value as readonly number[],
    ...descentFieldsOf(cells),
    steps: cells["steps"]!.value as number,
    tolerance: cells["tolerance"]!.value as number,
  };
}

function networkConfigurationOf(cells: Cells): NetworkConfiguration {
  return {
    dataset: datasetOf(cells),
    architecture: {
      hidden: cells["architecture.hidden"]!.value as readonly number[],
      activation: cells["architecture.activation"]!.value as Activation,
      output: cells["architecture.output"]!.value as OutputActivation,
      init: cells["architecture.init"]!.value as Init,
      dropout: cells["architecture.dropout"]!.value as number,
    },
    loss: cells["loss"]!.value as Loss,
    classWeights: cells["classWeights"]!.value as ClassWeights,
    labelSmoothing: cells["labelSmoothing"]!.value as number,
    ...descentFieldsOf(cells),
    batchSize: cells["batchSize"]!.value as number | "full",
    epochs: cells["epochs"]!.value as number,
    earlyStopping: {
      metric: cells["earlyStopping.metric"]!.value as string,
      patience: cells["earlyStopping.patience"]!.value as number,
      minDelta: cells["earlyStopping.minDelta"]!.value as number,
      restoreBest: cells["earlyStopping.restoreBest"]!.value as boolean,
    },
    target: {
      metric: cells["target.metric"]!.value as string,
      value: cells["target.value"]!.value as number | "none",
    },
  };
}

function descentFieldsOf(cells: Cells): Pick<Configuration, "eta" | "optimizer" | "schedule"> {
  return {
    eta: cells["eta"]!.value as number,
    optimizer: namedOptionsOf(cells, "optimizer") as OptimizerOptions,
    schedule: namedOptionsOf(cells, "schedule") as ScheduleOptions,
  };
}

/** Returns the data set with the options that have cells of their own, and those that follow from them. */
export function datasetOf(cells: Cells): DatasetOptions {
  const options = namedOptionsOf(cells, "dataset") as DatasetOptions; // its options are words and numbers
  const written = cells["dataset"]!.options ?? {};
  return fillOptions(options, (option) => `dataset.${option}` in written || `dataset.${option}` in cells);
}

/** Returns the function with the options that have cells of their own. */
export function functionOf(cells: Cells): FunctionOptions {
  return namedOptionsOf(cells, "function");
}

/** Returns the value of a field that is a name with options, with the options that have cells of their own. */
export function namedOptionsOf(cells: Cells, field: string): NamedOptions {
  const options = cells[field]!.value as NamedOptions;
  let changed: Record<string, NamedOptions[string]> | undefined;
  for (const path in cells) {
    if (!path.startsWith(`${field}.`)) continue;
    const [option, value] = [path.slice(field.length + 1), cells[path]!.value as NamedOptions[string]];
    if (options[option] !== value) (changed ??= {})[option] = value;
  }
  return changed ? { ...options, ...changed } : options;
}
