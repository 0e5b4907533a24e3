import { datasetSource } from "../data/registry.ts";
import type { DataFolder, DatasetOptions } from "../data/source.ts";
import type { System } from "../files/system.ts";
import { lengthOf, networkIn } from "../configuration/kind-of.ts";
import type { Configuration } from "../fields/configuration.ts";
import type { Experiment, Replicates } from "../spec/experiment.ts";
import { allotmentOf, allottedReplicates, withAllotted } from "./allotment.ts";
import type { GridPoint } from "./expand-grid.ts";
import type { KnownData } from "./kinds/trial-kind.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";
import type { Plan, PlannedConfiguration, PlannedFold } from "./planned.ts";
import { configurationKeys, prefixIdOf, trialIdOf } from "./trial-id.ts";
import type { Trial } from "./trial.ts";

/** Plans configurations one after the other, each with its trials and their ids. */
export class PlanBuilder {
  readonly #experiment: Experiment;
  readonly #configurations: PlannedConfiguration[];
  readonly #trials: Trial[];
  readonly #duplicates: Configuration[];
  /** The ids by which configurations differ. */
  readonly #seen: Set<string>;
  readonly #dataOf: (configuration: Configuration) => KnownData;
  readonly #keyOf = configurationKeys();

  /** @param before What is planned already. */
  constructor(experiment: Experiment, before?: Pick<Plan, "configurations" | "trials" | "duplicates">) {
    const { configurations = [], trials = [], duplicates = [] } = before ?? {};
    this.#experiment = experiment;
    this.#configurations = [...configurations];
    this.#trials = [...trials];
    this.#duplicates = [...duplicates];
    this.#seen = new Set(trials.map(({ id }) => id));
    this.#dataOf = rememberData(experiment.sweep.folder);
  }

  /** Adds a configuration. Returns false, and notes it as a duplicate, where an earlier one trains the very same trials. */
  add(raw: GridPoint): boolean {
    const { sweep, replicates: all } = this.#experiment;
    const index = this.#configurations.length;
    const allotment = allotmentOf(sweep.search, index);
    const configuration = withAllotted(raw.configuration, allotment);
    const repeated = allottedReplicates(all, allotment);
    const point = { index, ...raw, configuration, ...this.#dataOf(configuration) };
    const folds = foldsIn(point, this.#dataOf);
    const replicates = (folds.length > 0 ? folds : [point]).flatMap((sample, i) => {
      const key = this.#keyOf(sample.configuration, sample);
      const firstIndex = this.#trials.length + i * repeated.count;
      return trialsOf(sample, key, repeated, { firstIndex, system: sweep.folder.system });
    });
    // Where a search decides how long each one trains, equal ones may differ in their length for now.
    const identity = sweep.search?.ladder ? this.#wholeId(raw) : replicates[0]!.id;
    if (this.#seen.has(identity)) {
      this.#duplicates.push(configuration);
      return false;
    }
    this.#seen.add(identity);
    this.#configurations.push(folds.length > 0 ? { ...point, folds } : point);
    for (const trial of replicates) this.#trials.push(trial);
    return true;
  }

  /** Returns the id of the first trial of a configuration that is trained to the end. */
  #wholeId({ configuration }: GridPoint): string {
    const point = { index: 0, configuration, ...this.#dataOf(configuration) };
    const [sample = point] = foldsIn(point, this.#dataOf);
    const key = this.#keyOf(sample.configuration, sample);
    const { replicates, sweep } = this.#experiment;
    const at = { firstIndex: 0, system: sweep.folder.system };
    return trialsOf(sample, key, { ...replicates, count: 1 }, at)[0]!.id;
  }

  /** Returns the plan so far. @param experiment It, with what its search has decided since. */
  plan(experiment: Experiment): Plan {
    return {
      experiment,
      configurations: this.#configurations,
      trials: this.#trials,
      duplicates: this.#duplicates,
      dataWarnings: dataWarnings(this.#configurations, experiment.sweep.folder),
    };
  }
}

/** Returns what is odd about the data sets of a plan, each sentence once. */
function dataWarnings(configurations: readonly PlannedConfiguration[], folder: DataFolder): string[] {
  const datasets = new Set<DatasetOptions>();
  for (const { configuration } of configurations) {
    const network = networkIn(configuration);
    if (network) datasets.add(network.dataset);
  }
  const warnings = [...datasets].flatMap(
    (dataset) => datasetSource(dataset.name).warnings?.(dataset, folder) ?? [],
  );
  return [...new Set(warnings)];
}

/** Returns a function that looks at each data set once. */
function rememberData(folder: DataFolder): (configuration: Configuration) => KnownData {
  const known = new Map<unknown, KnownData>();
  return (configuration) => {
    const kind = trialKindOf(configuration);
    const key = kind.dataKey(configuration);
    const data = (key === undefined ? undefined : known.get(key)) ?? kind.dataOf(configuration, folder);
    if (key !== undefined) known.set(key, data);
    return data;
  };
}

/** Returns the folds of a configuration; none where its data set is divided once for all. */
function foldsIn(
  { index, configuration }: PlannedConfiguration,
  dataOf: (configuration: Configuration) => KnownData,
): (PlannedFold & { index: number })[] {
  return trialKindOf(configuration)
    .foldsOf(configuration)
    .map((divided) => ({ index, ...divided, ...dataOf(divided.configuration) }));
}

function trialsOf(
  sample: Pick<PlannedConfiguration, "index" | "configuration" | "dataDigest"> & { readonly fold?: number },
  configurationKey: string,
  { count, baseSeed, first = 0 }: Replicates,
  { firstIndex, system }: { readonly firstIndex: number; readonly system: System },
): Trial[] {
  const { index: configurationIndex, configuration, dataDigest, fold } = sample;
  const given = { configurationIndex, configuration, ...(fold !== undefined && { fold }) };
  return Array.from({ length: count }, (_, i) => {
    const [index, replicate] = [firstIndex + i, first + i];
    const prefixId = prefixIdOf(configurationKey, { baseSeed, replicate, dataDigest }, system);
    const id = trialIdOf(prefixId, lengthOf(configuration), system);
    return { id, prefixId, index, ...given, replicate, baseSeed, dataDigest };
  });
}
