import { RandomStream } from "../../math/random-stream.ts";
import { dataStreamKey } from "../../math/stream-key.ts";
import { consecutiveParts } from "../consecutive-parts.ts";
import type { Dataset, DatasetFacts } from "../dataset.ts";
import type { BuiltinSource, DatasetOptions } from "../source.ts";

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
export function toySource<Options extends ToyOptions>(toy: Toy<Options>): BuiltinSource<Options> {
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
    target: { kind: "classes", count: toy.classes(options) },
    sizes: { train: samples, validation: 0, test: samples },
  };
}

function buildToy<Options extends ToyOptions>(toy: Toy<Options>, options: Options): Dataset {
  const { samples, noise, seed } = options;
  const known = toyFacts(toy, options);
  const parts = consecutiveParts(known.sizes);
  const inputs = new Float32Array(2 * samples * FEATURES);
  const labels = new Uint8Array(2 * samples);
  for (const part of ["train", "test"] as const) {
    const key = dataStreamKey(seed, `${toy.name}/${part}`);
    parts[part].forEach((row, i) => {
      const random = new RandomStream(key, i);
      const { x, y, label } = toy.place(i, random, options);
      inputs[row * FEATURES] = x + noise * random.normal();
      inputs[row * FEATURES + 1] = y + noise * random.normal();
      labels[row] = label;
    });
  }
  return { ...known, inputs, labels, parts };
}
