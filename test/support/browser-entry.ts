import { asNetwork } from "../../src/configuration/kind-of.ts";
import { generatedSource } from "../../src/data/generated.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { capacityOf } from "../../src/training/epoch-trainer.ts";
import { networkOf } from "../../src/training/network-of.ts";
import type { TrainedTrial, TrainSettings } from "../../src/training/read-trials.ts";
import { trainTrials } from "../../src/training/train-trials.ts";
import type { Trial } from "../../src/trials/trial.ts";

/** Trains one trial on a generated data set: what a page could put into its worker. */
export async function trainInBrowser(trial: Trial, settings: TrainSettings): Promise<TrainedTrial> {
  const configuration = asNetwork(trial.configuration);
  const source = generatedSource(configuration.dataset.name)!;
  const dataset = await source.load(configuration.dataset, { dataDir: undefined, cacheDir: "" });
  const network = networkOf(configuration, dataset);
  const bytes = simd.regionBytes(network, capacityOf(configuration, dataset.sizes.train));
  const data = placeDataset(dataset, bytes);
  return trainTrials([trial], settings, { kernel: simd, data, region: { offset: data.end, bytes } })[0]!;
}
