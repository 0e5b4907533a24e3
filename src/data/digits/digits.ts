import { RandomStream } from "../../math/random-stream.ts";
import { dataStreamKey } from "../../math/stream-key.ts";
import { consecutiveParts } from "../consecutive-parts.ts";
import type { Dataset, DatasetFacts, PartName } from "../dataset.ts";
import type { BuiltinSource, DatasetOptions } from "../source.ts";
import { drawDigit, SIDE } from "./draw-digit.ts";
import { createPenPath } from "./pen-path.ts";

/** Options of `digits`: images in each part; by default 12,000, 2,000 and 2,000, seed 0. */
export interface DigitsOptions extends DatasetOptions, Readonly<Record<PartName, number>> {
  readonly name: "digits";
  readonly seed: number;
}

const PIXELS = SIDE * SIDE;
const CLASSES = 10;
const VERSION = 1;
const PARTS = ["train", "validation", "test"] as const;

/** The built-in alternative to MNIST: grey images of the ten digits, drawn by our own code. */
export const digits: BuiltinSource<DigitsOptions> = {
  name: "digits",
  summary: "28x28 grey images of the ten digits, drawn stroke by stroke with a hand's irregularities",
  isCached: true,
  facts,
  recipe: ({ name: generator, ...parameters }) => ({ generator, version: VERSION, ...parameters }),
  load: async (options) => buildDigits(options),
};

function facts({ train, validation, test }: DigitsOptions): DatasetFacts {
  const target = { kind: "classes", count: CLASSES } as const;
  return { features: PIXELS, target, sizes: { train, validation, test }, image: [SIDE, SIDE] };
}

/** Image i of a part follows from (seed, part, i) alone, so a larger part starts with the images of a smaller one. */
function buildDigits(options: DigitsOptions): Dataset {
  const known = facts(options);
  const parts = consecutiveParts(known.sizes);
  const count = options.train + options.validation + options.test;
  const inputs = new Uint8Array(count * PIXELS);
  const labels = new Uint8Array(count);
  const path = createPenPath();
  for (const part of PARTS) {
    const key = dataStreamKey(options.seed, `digits/${part}`);
    parts[part].forEach((row, i) => {
      const label = i % CLASSES;
      const image = inputs.subarray(row * PIXELS, (row + 1) * PIXELS);
      drawDigit(image, label, new RandomStream(key, i), path);
      labels[row] = label;
    });
  }
  return { ...known, inputs, labels, parts };
}
