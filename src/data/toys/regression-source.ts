import { RandomStream } from "../../math/random-stream.ts";
import { dataStreamKey } from "../../math/stream-key.ts";
import { consecutiveParts } from "../consecutive-parts.ts";
import type { Dataset, DatasetFacts } from "../dataset.ts";
import type { BuiltinSource } from "../source.ts";
import type { ToyOptions } from "./toy-source.ts";

/** A function that is to be learnt from noisy values, as what sets it apart. */
export interface Curve<Options extends ToyOptions> {
  readonly name: Options["name"];
  readonly summary: string;
  features(options: Options): number;
  /** Returns the function's value at a point of [-1, 1]^features. */
  valueAt(x: Float32Array): number;
}

const VERSION = 1;

/**
 * Returns the source of a data set with one number to predict: `samples` examples to train on and as many, drawn
 * independently, to test on. Each feature is uniform in [-1, 1); the noise is on the target alone. An example follows from
 * (seed, part, its number) alone, so a larger set starts with the examples of a smaller one.
 */
export function regressionSource<Options extends ToyOptions>(curve: Curve<Options>): BuiltinSource<Options> {
  const { name, summary } = curve;
  return {
    name,
    summary,
    facts: (options) => curveFacts(curve, options),
    recipe: ({ name: generator, ...parameters }) => ({ generator, version: VERSION, ...parameters }),
    load: async (options) => buildCurve(curve, options),
  };
}

function curveFacts<Options extends ToyOptions>(curve: Curve<Options>, options: Options): DatasetFacts {
  const { samples } = options;
  return {
    features: curve.features(options),
    target: { kind: "numbers", count: 1 },
    sizes: { train: samples, validation: 0, test: samples },
  };
}

function buildCurve<Options extends ToyOptions>(curve: Curve<Options>, options: Options): Dataset {
  const { samples, noise, seed } = options;
  const known = curveFacts(curve, options);
  const { features } = known;
  const parts = consecutiveParts(known.sizes);
  const inputs = new Float32Array(2 * samples * features);
  const targets = new Float32Array(2 * samples);
  for (const part of ["train", "test"] as const) {
    const key = dataStreamKey(seed, `${curve.name}/${part}`);
    parts[part].forEach((row, i) => {
      const random = new RandomStream(key, i);
      const x = inputs.subarray(row * features, (row + 1) * features);
      for (let feature = 0; feature < features; feature++) x[feature] = 2 * random.uniform() - 1;
      targets[row] = curve.valueAt(x) + noise * random.normal();
    });
  }
  return { ...known, inputs, targets, parts };
}
