/**
 * What the page's worker runs: the trainer itself, on a data set that is made here.
 * @module
 */
import { networkIn } from "../../configuration/kind-of.ts";
import { generatedSource } from "../../data/generated.ts";
import type { NetworkConfiguration } from "../../fields/configuration.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";
import { simd } from "../../kernels/simd/simd.ts";
import { capacityOf } from "../../training/epoch-trainer.ts";
import { networkOf } from "../../training/network-of.ts";
import { trainTrials } from "../../training/train-trials.ts";
import type { NetworkCourse, TrainPlace } from "../../training/kinds/network-course.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { TrainMessage, TrainRequest, Units } from "./messages.ts";

addEventListener("message", ({ data }: MessageEvent<TrainRequest>) => {
  train(data).then(
    (record) => post({ kind: "ended", record }),
    (error: unknown) => post({ kind: "failed", message: String(error) }),
  );
});

async function train({ trial, metrics, objective }: TrainRequest): Promise<TrialRecord> {
  const network = networkIn(trial.configuration);
  const place = network && (await makePlace(network));
  return trainTrials([trial], { metrics, keep: "none", objective }, place)[0]!.record;
}

/** Returns where a network trains: on data that are made here. */
async function makePlace(configuration: NetworkConfiguration): Promise<TrainPlace> {
  const dataset = await generatedSource(configuration.dataset.name)!.load(configuration.dataset, {
    dataDir: undefined,
    cacheDir: "",
  });
  const network = networkOf(configuration, dataset);
  const bytes = simd.regionBytes(network, capacityOf(configuration, dataset.sizes.train));
  const data = placeDataset(dataset, bytes);
  const onEpoch = (course: NetworkCourse): void => {
    const { epoch, measurement } = course;
    post({ kind: "epoch", epoch, measurement, units: unitsOf(course, data.image) });
  };
  return { kernel: simd, data, region: { offset: data.end, bytes }, onEpoch };
}

function unitsOf(course: NetworkCourse, image: Units["image"]): Units {
  const tensors = course.tensors();
  const [weights, biases] = ["weights", "biases"].map((part) => tensors.get(`layers.0.${part}`)!.values);
  return { weights: weights!, biases: biases!, ...(image && { image }) };
}

function post(message: TrainMessage): void {
  postMessage(message);
}
