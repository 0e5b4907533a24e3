import { RandomStream } from "../../math/random-stream.ts";
import { dataStreamKey } from "../../math/stream-key.ts";
import type { Dataset, DatasetFacts } from "../dataset.ts";
import type { DatasetOptions, DatasetSource } from "../source.ts";

/** Options that every toy data set has. */
export interface ToyOptions extends DatasetOptions {
  /** Examples in the training part, and as many in the test part. */
  readonly samples: number;
  /** Standard deviation of the Gaussian noise on both features. */
  readonly noise: number;
  readonly seed: number;
}

/** A toy data set as what sets it apart: points in the plane with classes. */
export interface Toy<Options extends ToyOptions> {
  readonly name: Options["name"];
  readonly summary: string;
  classes(options: Options): number;
  /** Returns the place of example `index` without noise, and its class. */
  place(index: number, random: RandomStream, options: Options): Place;
}

/** A point of the plane that belongs to a class. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

const FEATURES = 2;
const VERSION = 1;

/**
 * Returns the source of a toy data set: `samples` examples to train on and as many, drawn independently from the
 * same distribution, to test on. An example follows from (seed, part, its number) alone, so a larger set starts
 * with the examples of a smaller one.
 */
export function toySource<Options extends ToyOptions>(toy: Toy<Options>): DatasetSource<Options> {
  const { name, summary } = toy;
  return {
    name,
    summary,
    facts: (options) => toyFacts(toy, options),
    recipe: ({ name: generator, ...parameters }) => ({ generator, version: VERSION, ...parameters }),
    load: async (options) => buildToy(toy, options),
  };
}

function toyFacts<Options extends ToyOptions>(toy: Toy<Options>, options: Options): DatasetFacts {
  const { samples } = options;
  return {
    features: FEATURES,
    classes: toy.classes(options),
    sizes: { train: samples, validation: 0, test: samples },
  };
}

function buildToy<Options extends ToyOptions>(toy: Toy<Options>, options: Options): Dataset {
  const { samples } = options;
  const inputs = new Float32Array(2 * samples * FEATURES);
  const labels = new Uint8Array(2 * samples);
  const rows = Uint32Array.from(labels, (_, row) => row);
  (["train", "test"] as const).forEach((part, half) => {
    const key = dataStreamKey(options.seed, `${toy.name}/${part}`);
    for (let i = 0; i < samples; i++) {
      const random = new RandomStream(key, i);
      const { x, y, label } = toy.place(i, random, options);
      const row = half * samples + i;
      inputs[FEATURES * row] = x + options.noise * random.normal();
      inputs[FEATURES * row + 1] = y + options.noise * random.normal();
      labels[row] = label;
    }
  });
  const parts = { train: rows.slice(0, samples), validation: new Uint32Array(0), test: rows.slice(samples) };
  return { ...toyFacts(toy, options), inputs, labels, parts };
}
