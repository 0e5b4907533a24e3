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

/** How each field of a configuration is made of cells. */
type Parts<Of> = { readonly [Field in keyof Of]: (cells: Cells) => Of[Field] };

const DESCENT_PARTS: Parts<Pick<Configuration, "eta" | "optimizer" | "schedule">> = {
  eta: (cells) => cells["eta"]!.value as number,
  optimizer: (cells) => namedOptionsOf(cells, "optimizer") as OptimizerOptions,
  schedule: (cells) => namedOptionsOf(cells, "schedule") as ScheduleOptions,
};

const FUNCTION_PARTS: Parts<FunctionConfiguration> = {
  kind: () => "function",
  function: functionOf,
  start: (cells) => cells["start"]!.value as readonly number[],
  ...DESCENT_PARTS,
  steps: (cells) => cells["steps"]!.value as number,
  tolerance: (cells) => cells["tolerance"]!.value as number,
};

const NETWORK_PARTS: Parts<Omit<NetworkConfiguration, "kind">> = {
  dataset: datasetOf,
  architecture: (cells) => ({
    hidden: cells["architecture.hidden"]!.value as readonly number[],
    activation: cells["architecture.activation"]!.value as Activation,
    output: cells["architecture.output"]!.value as OutputActivation,
    init: cells["architecture.init"]!.value as Init,
    dropout: cells["architecture.dropout"]!.value as number,
  }),
  loss: (cells) => cells["loss"]!.value as Loss,
  classWeights: (cells) => cells["classWeights"]!.value as ClassWeights,
  labelSmoothing: (cells) => cells["labelSmoothing"]!.value as number,
  ...DESCENT_PARTS,
  batchSize: (cells) => cells["batchSize"]!.value as number | "full",
  epochs: (cells) => cells["epochs"]!.value as number,
  earlyStopping: (cells) => ({
    metric: cells["earlyStopping.metric"]!.value as string,
    patience: cells["earlyStopping.patience"]!.value as number,
    minDelta: cells["earlyStopping.minDelta"]!.value as number,
    restoreBest: cells["earlyStopping.restoreBest"]!.value as boolean,
  }),
  target: (cells) => ({
    metric: cells["target.metric"]!.value as string,
    value: cells["target.value"]!.value as number | "none",
  }),
};

/** Returns the configuration that a cell for every field of its kind makes. */
export function configurationOf(cells: Cells): Configuration {
  return withParts({}, cells, Object.keys(partsOf(cells)));
}

/**
 * Returns a function that makes the configurations of points one after the other. Fields whose cells are the same objects
 * as those of the point before are taken from its configuration: neighbours in a grid differ in few.
 *
 * @param paths Of all cells in which points may differ.
 */
export function configurationReader(paths: Iterable<string>): (cells: Cells) => Configuration {
  const places = [...paths].map((path) => ({ path, field: path.split(".", 1)[0]! }));
  let before: { readonly cells: Cells; readonly configuration: Configuration } | undefined;
  return (cells) => {
    const changed = places.filter(({ path }) => before && cells[path] !== before.cells[path]);
    const fields = new Set(changed.map(({ field }) => field));
    const configuration = before ? withParts(before.configuration, cells, fields) : configurationOf(cells);
    before = { cells, configuration };
    return configuration;
  };
}

function partsOf(cells: Cells): Parts<Configuration> {
  return kindOfCells(cells) === "function" ? FUNCTION_PARTS : NETWORK_PARTS;
}

function withParts(configuration: object, cells: Cells, fields: Iterable<string>): Configuration {
  const parts: Readonly<Record<string, (cells: Cells) => unknown>> = partsOf(cells);
  const made: Record<string, unknown> = { ...configuration };
  for (const field of fields) made[field] = parts[field]!(cells);
  return made as unknown as Configuration;
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
