import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { inputsOf, targetOf, modelLayers } from "../../src/model/describe-data.ts";
import { encodeJsonModel } from "../../src/model/files/json-model.ts";
import { encodeSafetensorsModel } from "../../src/model/files/safetensors-model.ts";
import type { Model } from "../../src/model/model.ts";
import { loadModel, type Classifier } from "../../src/predict.ts";
import { layersOf } from "../../src/training/checkpoint.ts";
import { collectActivations } from "../../src/training/collect-activations.ts";
import { networkOf } from "../../src/training/network-of.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainOne } from "../support/train.ts";
import { ACTIVATIONS } from "./random-models.ts";
import { NO_FILES } from "../support/no-files.ts";

const ORIGIN = { experiment: "e", trialId: "ab", epoch: 1, dataDigest: "cd", trainerVersion: 1 };

const SPECS = [
  ...ACTIVATIONS.map(
    (activation) =>
      `{dataset: {name: digits, train: 100, validation: 20, test: 20}, architecture: {hidden: [9, 5], activation: ${activation}}, eta: 0.1, epochs: 2, run: {keep: last}}`,
  ),
  "{dataset: {name: spirals, samples: 60}, architecture: {hidden: [7], output: softmax}, loss: crossEntropy, eta: 0.1, epochs: 3, run: {keep: last}}",
  "{dataset: {name: moons, samples: 60}, architecture: {hidden: [], output: identity}, loss: mse, eta: 0.1, epochs: 3, run: {keep: last}}",
];

const FLOWERS =
  "{dataset: {name: csv, path: data/flowers.csv, target: species, ignore: [flower], missing: mean, rare: 2}, architecture: {hidden: [5], output: softmax}, loss: crossEntropy, eta: 0.1, epochs: 2, run: {keep: last}}";

/** Trains a spec's first trial; returns its model, its data, and what its network answers for some rows. */
async function trained(
  spec: string,
): Promise<{ model: Model; dataset: Dataset; rows: Uint32Array; outputs: Float32Array }> {
  const experiment = experimentOf(spec);
  const trial = planTrials(experiment).trials[0]!;
  const { models } = await trainOne(trial, experiment);
  const configuration = asNetwork(trial.configuration);
  const dataset = await loadDataset(configuration.dataset, { ...NO_FILES, folder: experiment.sweep.folder });
  const rows = Uint32Array.from(dataset.parts.train.subarray(0, 60));
  const network = networkOf(configuration, dataset);
  const capacity = { order: 1, batches: 1 };
  const bytes = simd.regionBytes(network, capacity);
  const data = placeDataset(dataset, bytes);
  const session = simd.open(data, { offset: data.end, bytes }, network, capacity);
  session.setParameters(layersOf(models[0]!.tensors));
  const model: Model = {
    inputs: inputsOf(dataset),
    target: targetOf(dataset),
    layers: modelLayers(configuration, dataset, models[0]!.tensors),
    origin: ORIGIN,
    card: "",
  };
  return { model, dataset, rows, outputs: collectActivations(session, rows, network.layers.length - 1) };
}

describe("loadModel()", () => {
  it.each(SPECS)("answers what the trainer's own network does, bit for bit: %s", async (spec) => {
    const { model, dataset, rows, outputs } = await trained(spec);
    for (const file of [encodeJsonModel(model), encodeSafetensorsModel(model)]) {
      const loaded = loadModel(file);
      if (loaded.kind !== "classes") throw new Error("no classifier");
      const { features } = dataset;
      const scores = [...rows].flatMap((row) => {
        const example = dataset.inputs.subarray(row * features, (row + 1) * features);
        return [...loaded.predict(example).scores];
      });
      expect(Float32Array.from(scores)).toStrictEqual(outputs);
    }
  });

  it("makes the same inputs of a table's raw rows as training did", async () => {
    const { model, rows, outputs } = await trained(FLOWERS);
    const text = await readFile("experiments/data/flowers.csv", "utf8");
    const flowers = parse(text, { columns: true }) as unknown as Record<string, string>[];
    const loaded = loadModel(encodeJsonModel(model)) as Classifier;
    const scores = [...rows].flatMap((row) => [...loaded.predict(flowers[row]!).scores]);
    expect(Float32Array.from(scores)).toStrictEqual(outputs);
  });
});
