import { digits } from "../../data/digits/digits.ts";
import { moons } from "../../data/toys/moons.ts";
import type { BuiltinSource, DatasetOptions } from "../../data/source.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";
import { simd } from "../../kernels/simd/simd.ts";
import type { Configuration } from "../../fields/configuration.ts";
import { capacityOf } from "../../training/epoch-trainer.ts";
import { networkOf } from "../../training/network-of.ts";
import { NetworkCourse } from "../../training/kinds/network-course.ts";
import { TYPICAL_RATES, workSeconds, type TimeFactors } from "../../trials/rates.ts";
import { trialWork } from "../../trials/work.ts";

const ROUNDS = 8;
const ROUND_MS = 5;

/** A training on this machine, and the times of its epochs. */
interface Probe {
  readonly course: NetworkCourse;
  readonly typicalMs: number;
  fastestMs: number;
}

/**
 * Trains three small networks with the real kernels, in turn, and returns how this machine compares with the typical
 * one. The fastest epoch counts, because other processes can only slow it down. Takes a sixth of a second.
 * @param now Milliseconds from some fixed point.
 */
export async function measureTimeFactors(now: () => number): Promise<TimeFactors> {
  const images = { name: "digits", train: 300, validation: 0, test: 100, seed: 0 } as const;
  const points = { name: "moons", samples: 200, noise: 0.1, seed: 0 } as const;
  const sparse = await openProbe(digits, images, [30]);
  const dense = await openProbe(moons, points, [64, 64]);
  const rest = await openProbe(moons, points, [4]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const probe of [sparse, dense, rest]) trainFor(ROUND_MS, probe, now);
  }
  return { sparse: timeFactorOf(sparse), dense: timeFactorOf(dense), rest: timeFactorOf(rest) };
}

async function openProbe<Options extends DatasetOptions>(
  source: BuiltinSource<Options>,
  dataset: Options,
  hidden: readonly number[],
): Promise<Probe> {
  const configuration: Configuration = {
    dataset,
    architecture: { hidden, activation: "sigmoid", output: "sigmoid", init: "scaled", dropout: 0 },
    loss: "quadratic",
    classWeights: "none",
    labelSmoothing: 0,
    eta: 0.1,
    optimizer: { name: "sgd" },
    schedule: { name: "constant" },
    batchSize: 10,
    epochs: 1,
    earlyStopping: { metric: "validationLoss", patience: 0, minDelta: 0, restoreBest: false },
    target: { metric: "validationAccuracy", value: "none" },
  };
  const facts = source.facts(dataset);
  const capacity = capacityOf(configuration, facts.sizes.train);
  const bytes = simd.regionBytes(networkOf(configuration, facts), capacity);
  const data = placeDataset(await source.load(dataset, NO_FILES), bytes);
  const place = { kernel: simd, data, region: { offset: data.end, bytes } };
  const course = new NetworkCourse({ configuration, baseSeed: 0, replicate: 0 }, [], place);
  const secondsOf = (epochs: number): number =>
    workSeconds({ ...trialWork({ ...configuration, epochs }, facts, []), parameters: 0 }, TYPICAL_RATES);
  return { course, typicalMs: 1000 * (secondsOf(2) - secondsOf(1)), fastestMs: Infinity };
}

const NO_FILES = { dataDir: undefined, cacheDir: "" };

function trainFor(ms: number, probe: Probe, now: () => number): void {
  const end = now() + ms;
  for (let start = now(); start < end;) {
    probe.course.advance();
    const next = now();
    probe.fastestMs = Math.min(probe.fastestMs, next - start);
    start = next;
  }
}

function timeFactorOf({ fastestMs, typicalMs }: Probe): number {
  return fastestMs / typicalMs;
}
