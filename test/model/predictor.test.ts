import { describe, expect, it } from "vitest";
import { asNetwork } from "../../src/spec/configuration/as-network.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { placeDataset } from "../../src/kernels/dataset-memory.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { inputsOf, targetOf } from "../../src/model/describe-data.ts";
import { encodeJsonModel } from "../../src/model/files/json-model.ts";
import { encodeSafetensorsModel } from "../../src/model/files/safetensors-model.ts";
import { modelLayers } from "../../src/model/model-layers.ts";
import type { Model } from "../../src/model/model.ts";
import { loadModel } from "../../src/predict.ts";
import { layersOf } from "../../src/training/checkpoint.ts";
import { collectActivations } from "../../src/training/collect-activations.ts";
import { networkOf } from "../../src/training/network-of.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainOne } from "../support/train.ts";
import { ACTIVATIONS } from "./random-models.ts";

const ORIGIN = { experiment: "e", trialId: "ab", epoch: 1, dataDigest: "cd", trainerVersion: 1 };

const SPECS = [
  ...ACTIVATIONS.map(
    (activation) =>
      `{dataset: {name: digits, train: 100, validation: 20, test: 20}, architecture: {hidden: [9, 5], activation: ${activation}}, eta: 0.1, epochs: 2, run: {keep: last}}`,
  ),
  "{dataset: {name: spirals, samples: 60}, architecture: {hidden: [7], output: softmax}, loss: crossEntropy, eta: 0.1, epochs: 3, run: {keep: last}}",
  "{dataset: {name: moons, samples: 60}, architecture: {hidden: [], output: identity}, loss: mse, eta: 0.1, epochs: 3, run: {keep: last}}",
];

describe("loadModel()", () => {
  it.each(SPECS)("answers what the trainer's own network does, bit for bit: %s", async (spec) => {
    const experiment = experimentOf(spec);
    const trial = planTrials(experiment).trials[0]!;
    const { models } = await trainOne(trial, experiment);
    const configuration = asNetwork(trial.configuration);
    const dataset = await loadDataset(configuration.dataset, {
      dataDir: undefined,
      cacheDir: "/nonexistent",
    });
    const rows = Uint32Array.from(dataset.parts.train.subarray(0, 60));
    const network = networkOf(configuration, dataset);
    const capacity = { order: 1, batches: 1 };
    const bytes = simd.regionBytes(network, capacity);
    const data = placeDataset(dataset, bytes);
    const session = simd.open(data, { offset: data.end, bytes }, network, capacity);
    session.setParameters(layersOf(models[0]!.tensors));
    const outputs = collectActivations(session, rows, network.layers.length - 1);
    const model: Model = {
      inputs: inputsOf(dataset),
      target: targetOf(dataset),
      layers: modelLayers(configuration, dataset, models[0]!.tensors),
      origin: ORIGIN,
      card: "",
    };
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
});
