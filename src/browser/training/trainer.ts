/**
 * What the page's worker runs: the trainer itself, on a data set that is made here.
 * @module
 */
import { generatedSource } from "../../data/generated.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";
import { simd } from "../../kernels/simd/simd.ts";
import { capacityOf } from "../../training/epoch-trainer.ts";
import { networkOf } from "../../training/network-of.ts";
import { descendTrials, trainTrials } from "../../training/train-trials.ts";
import type { NetworkCourse } from "../../training/network-course.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { TrainMessage, TrainRequest, Units } from "./messages.ts";

addEventListener("message", ({ data }: MessageEvent<TrainRequest>) => {
  train(data).then(
    (record) => tell({ kind: "ended", record }),
    (error: unknown) => tell({ kind: "failed", message: String(error) }),
  );
});

async function train({ trial, metrics, objective }: TrainRequest): Promise<TrialRecord> {
  const { configuration } = trial;
  const settings = { metrics, keep: "none", objective } as const;
  const [descended] = descendTrials([trial], settings) ?? [];
  if (descended) return descended.record;
  if (configuration.kind === "function") throw new TypeError("Cannot train a descent");
  const dataset = await generatedSource(configuration.dataset.name)!.load(configuration.dataset, {
    dataDir: undefined,
    cacheDir: "",
  });
  const network = networkOf(configuration, dataset);
  const bytes = simd.regionBytes(network, capacityOf(configuration, dataset.sizes.train));
  const data = placeDataset(dataset, bytes);
  const onEpoch = (course: NetworkCourse): void => {
    const { epoch, measurement } = course;
    tell({ kind: "epoch", epoch, measurement, units: unitsOf(course, data.image) });
  };
  const place = { kernel: simd, data, region: { offset: data.end, bytes }, onEpoch };
  return trainTrials([trial], settings, place)[0]!.record;
}

function unitsOf(course: NetworkCourse, image: Units["image"]): Units {
  const tensors = course.tensors();
  const [weights, biases] = ["weights", "biases"].map((part) => tensors.get(`layers.0.${part}`)!.values);
  return { weights: weights!, biases: biases!, ...(image && { image }) };
}

function tell(message: TrainMessage): void {
  postMessage(message);
}
