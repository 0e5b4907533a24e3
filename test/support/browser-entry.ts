import { digits } from "../../src/data/digits/digits.ts";
import type { DatasetSource } from "../../src/data/source.ts";
import { blobs } from "../../src/data/toys/blobs.ts";
import { moons } from "../../src/data/toys/moons.ts";
import { spirals } from "../../src/data/toys/spirals.ts";
import { xor } from "../../src/data/toys/xor.ts";
import { placeDataset } from "../../src/kernels/dataset-memory.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { capacityOf } from "../../src/training/epoch-trainer.ts";
import { networkOf } from "../../src/training/network-of.ts";
import { trainTrials, type TrainedTrial, type TrainSettings } from "../../src/training/train-trials.ts";
import type { Trial } from "../../src/trials/trial.ts";

const GENERATED = [digits, xor, moons, spirals, blobs] as DatasetSource[];

/** Trains one trial on a generated data set: what a page could put into its worker. */
export async function trainInBrowser(trial: Trial, settings: TrainSettings): Promise<TrainedTrial> {
  const { configuration } = trial;
  const source = GENERATED.find(({ name }) => name === configuration.dataset.name)!;
  const dataset = await source.load(configuration.dataset, { dataDir: undefined, cacheDir: "" });
  const network = networkOf(configuration, dataset);
  const bytes = simd.regionBytes(network, capacityOf(configuration, dataset.sizes.train));
  const data = placeDataset(dataset, bytes);
  return trainTrials([trial], settings, { kernel: simd, data, region: { offset: data.end, bytes } })[0]!;
}
