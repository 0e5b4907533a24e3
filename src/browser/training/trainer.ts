/**
 * What the page's worker runs: the trainer itself, on a data set that is made here.
 * @module
 */
import { networkIn } from "../../configuration/kind-of.ts";
import type { Dataset } from "../../data/dataset.ts";
import { generatedSource } from "../../data/generated.ts";
import type { NetworkConfiguration } from "../../fields/configuration.ts";
import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import { exampleInputs, usedFeatures } from "../../kernels/example-inputs.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";
import { simd } from "../../kernels/simd/simd.ts";
import { argmax } from "../../math/extremes.ts";
import type { PageExample } from "../../report/page/page-models.ts";
import { capacityOf } from "../../training/epoch-trainer.ts";
import { networkOf } from "../../training/network-of.ts";
import { inkOf } from "../../training/portraits/ink-of.ts";
import { trainTrials } from "../../training/train-trials.ts";
import type { NetworkCourse, TrainPlace } from "../../training/kinds/network-course.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { StrongestRequest, TrainerRequest, TrainMessage, TrainRequest, Units } from "./messages.ts";

/** A data set, and where its examples lie. */
interface Examples {
  readonly dataset: Dataset;
  readonly data: DatasetMemory;
}

/** What was trained on last. */
let examples: Examples | undefined;

addEventListener("message", ({ data: request }: MessageEvent<TrainerRequest>) => {
  if (request.kind === "strongest") {
    if (examples)
      post({ kind: "strongest", key: request.key, examples: strongestExamples(request, examples) });
    return;
  }
  train(request).then(
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
  examples = { dataset, data };
  const used = usedFeatures(data, partRows(data, "train"));
  const onEpoch = (course: NetworkCourse): void => {
    const { epoch, measurement } = course;
    const units = { ...layerOf(course), used, ...(data.image && { image: data.image }) };
    post({ kind: "epoch", epoch, measurement, units });
  };
  return { kernel: simd, data, region: { offset: data.end, bytes }, onEpoch };
}

function layerOf(course: NetworkCourse): Pick<Units, "weights" | "biases"> {
  const tensors = course.tensors();
  const [weights, biases] = ["weights", "biases"].map((part) => tensors.get(`layers.0.${part}`)!.values);
  return { weights: weights!, biases: biases! };
}

const MOST_EXAMPLES = 4;

/** Returns the examples with the largest weighted sums of their inputs: those to which the unit responds most. */
function strongestExamples({ weights, part }: StrongestRequest, { dataset, data }: Examples): PageExample[] {
  const rows = dataset.parts[part];
  const sums = Float64Array.from(rows, (row) => {
    const inputs = exampleInputs(data, row);
    let sum = 0;
    for (let i = 0; i < inputs.length; i++) sum += inputs[i]! * weights[i]!;
    return sum;
  });
  return Array.from({ length: Math.min(MOST_EXAMPLES, rows.length) }, () => {
    const place = argmax(sums);
    sums[place] = -Infinity;
    const row = rows[place]!;
    return { label: dataset.labels?.[row] ?? 0, ink: inkOf(data, row).join("") };
  });
}

function post(message: TrainMessage): void {
  postMessage(message);
}
