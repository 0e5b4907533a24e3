import type { Model } from "../model/model.ts";
import type { Experiment } from "../spec/experiment.ts";
import { experimentOf, refuseCancelled, type ExperimentSource } from "./read-experiment.ts";
import { trainingOptions, type TrainOptions } from "./run-experiment.ts";

/** Options of `exportModel`. */
export interface ExportModelOptions extends TrainOptions {
  /** The trial by its number or the beginning of its id, or `best`: that of the best setting. Default: `best`. */
  readonly trial?: string;
}

/**
 * Returns the trained network of a trial with everything that is needed to use it, and its card. A trial without a record is
 * trained, and so is one whose weights were not kept. `encodeModel` turns the model into a file, which `loadModel` of
 * `gridient/predict` reads.
 *
 * @example
 * await runExperiment("experiments/xor.yaml");
 * const model = await exportModel("experiments/xor.yaml");
 * await writeFile("xor.json", encodeModel(model, "json"));
 *
 * @throws {SpecError} With every problem and its place.
 * @throws {GridientError} E_USAGE if there is no such trial, or if it has no model; E_CANCELLED, E_DATA, E_MEMORY, E_STORE;
 *   E_UNEXPECTED if training does not reproduce the record.
 */
export async function exportModel(
  source: ExperimentSource | Experiment,
  options: ExportModelOptions = {},
): Promise<Model> {
  const experiment = await experimentOf(source, options);
  const { chooseTrial, exportModel: modelOf } = await import("../pipeline/models/export-model.ts");
  const { localMeans } = await import("../pipeline/local-means.ts");
  const { trial = "best", signal } = options;
  const model = await modelOf(experiment, {
    ...localMeans(trainingOptions(options)),
    choose: (plan, results) => chooseTrial(trial, plan, results),
  });
  refuseCancelled(signal);
  return model!; // undefined only where the signal has ended its training
}
