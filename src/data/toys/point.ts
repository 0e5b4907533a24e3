import { consecutiveParts } from "../consecutive-parts.ts";
import type { DatasetFacts } from "../dataset.ts";
import type { BuiltinSource, DatasetOptions } from "../source.ts";

/** Options of `point`; by default the input 1 and the target 0. */
export interface PointOptions extends DatasetOptions {
  readonly name: "point";
  readonly x: number;
  readonly y: number;
}

const VERSION = 1;

/**
 * A single example, to train and to test on: a number x, and a number y to answer.
 * Source: the one neuron of Nielsen, "Neural networks and deep learning" (2015), chapter 3.
 */
export const point: BuiltinSource<PointOptions> = {
  name: "point",
  summary: "a single example: one number, and the number to answer",
  facts,
  recipe: ({ name: generator, ...parameters }) => ({ generator, version: VERSION, ...parameters }),
  load: async (options) => {
    const known = facts(options);
    const [inputs, targets] = [Float32Array.of(options.x, options.x), Float32Array.of(options.y, options.y)];
    return { ...known, inputs, targets, parts: consecutiveParts(known.sizes) };
  },
};

function facts({ y }: PointOptions): DatasetFacts {
  return {
    features: 1,
    target: { kind: "numbers", count: 1, range: [y, y] },
    sizes: { train: 1, validation: 0, test: 1 },
  };
}
