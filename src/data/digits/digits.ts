import type { Dataset, DatasetFacts, PartName } from "../dataset.ts";
import type { DatasetOptions, DatasetSource } from "../source.ts";

/** Options of `digits`: images in each part; by default 12,000, 2,000 and 2,000, seed 0. */
export interface DigitsOptions extends DatasetOptions, Readonly<Record<PartName, number>> {
  readonly name: "digits";
  readonly seed: number;
}

const SIDE = 28;
const CLASSES = 10;
const VERSION = 1;

/** The built-in stand-in for MNIST: grey images of the ten digits, drawn by our own code. */
export const digits: DatasetSource<DigitsOptions> = {
  name: "digits",
  summary: "28x28 grey images of the ten digits, drawn stroke by stroke with a hand's irregularities",
  facts,
  recipe: ({ name: generator, ...parameters }) => ({ generator, version: VERSION, ...parameters }),
  load: async (options) => buildDigits(options),
};

function facts({ train, validation, test }: DigitsOptions): DatasetFacts {
  return { features: SIDE * SIDE, classes: CLASSES, sizes: { train, validation, test }, image: [SIDE, SIDE] };
}

function buildDigits(_options: DigitsOptions): Dataset {
  throw new Error("Cannot draw digits as the code is being written");
}
