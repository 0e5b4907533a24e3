import { field, type Field, type NamedValue } from "./field.ts";
import { FILE_DATASETS } from "./file-datasets.ts";
import { count, notNegative, number, optionalCount, seed } from "./values.ts";

const classes = { type: "integer", minimum: 2, maximum: 256 } as const;

const drawn = field({
  value: seed,
  description: "Seed of the random numbers that make the data; it does not depend on the replicate.",
  default: 0,
  examples: [1, 2],
});

function samples(value: number, example: number): Field<number> {
  return field({
    value: count,
    description: "Examples in the training part, and as many in the test part.",
    default: value,
    examples: [example, 2 * example],
  });
}

function noise(where: "both features" | "the target", value: number): Field<number> {
  return field({
    value: notNegative,
    description: `Standard deviation of the Gaussian noise on ${where}.`,
    default: value,
    examples: [0.2, 0.4],
  });
}

/** What a network may learn. */
export const DATASETS = {
  digits: {
    description: "28x28 grey images of the ten digits, drawn by gridient itself.",
    options: {
      train: field({
        value: count,
        description: "Images to train on.",
        default: 12000,
        examples: [1000, 2000],
      }),
      validation: field({
        value: optionalCount,
        description: "Images to choose a configuration on.",
        default: 2000,
        examples: [0, 500],
      }),
      test: field({ value: count, description: "Images to test on.", default: 2000, examples: [1000, 500] }),
      seed: drawn,
    },
  },
  mnist: {
    description:
      "28x28 grey images of handwritten digits, taken in file order; train and validation share 60,000.",
    options: {
      train: field({
        value: { type: "integer", minimum: 1, maximum: 60000 },
        description: "Images to train on.",
        default: 60000,
        examples: [50000, 1000],
      }),
      validation: field({
        value: { type: "integer", minimum: 0, maximum: 60000 },
        description: "Images to choose a configuration on, taken after the training images.",
        default: 0,
        examples: [10000, 500],
      }),
      test: field({
        value: { type: "integer", minimum: 1, maximum: 10000 },
        description: "Images to test on.",
        default: 10000,
        examples: [1000, 500],
      }),
    },
  },
  xor: {
    description: "Exclusive or: four corners of a square, two classes that no straight line separates.",
    options: { samples: samples(4, 400), noise: noise("both features", 0), seed: drawn },
  },
  moons: {
    description: "Two interleaved half circles in the plane.",
    options: { samples: samples(1000, 500), noise: noise("both features", 0.1), seed: drawn },
  },
  spirals: {
    description: "Spiral arms wound around each other, one for each class.",
    options: {
      samples: samples(1000, 500),
      noise: noise("both features", 0.1),
      classes: field({ value: classes, description: "Number of spiral arms.", default: 2, examples: [3, 6] }),
      seed: drawn,
    },
  },
  blobs: {
    description: "Clouds of points in the plane, one for each class.",
    options: {
      samples: samples(1000, 500),
      noise: noise("both features", 1),
      classes: field({ value: classes, description: "Number of clouds.", default: 3, examples: [4, 3] }),
      seed: drawn,
    },
  },
  line: {
    description: "A straight line with noise, or a plane over several features: a number to predict.",
    options: {
      samples: samples(100, 20),
      noise: noise("the target", 0.2),
      features: field({
        value: count,
        description: "Numbers that each example has.",
        default: 1,
        examples: [5, 2],
      }),
      seed: drawn,
    },
  },
  sine: {
    description: "A wave of a sine with noise: a number to predict.",
    options: { samples: samples(100, 20), noise: noise("the target", 0.2), seed: drawn },
  },
  point: {
    description: "A single example, to train and to test on: one number, and the number to answer.",
    options: {
      x: field({
        value: number,
        description: "The number that the example has.",
        default: 1,
        examples: [0.5, 1],
      }),
      y: field({ value: number, description: "The number to answer.", default: 0, examples: [1, 0] }),
    },
  },
  ...FILE_DATASETS,
} satisfies Readonly<Record<string, NamedValue>>;
