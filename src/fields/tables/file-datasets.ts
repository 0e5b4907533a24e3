import { field, type Field, type NamedValue } from "./field.ts";
import { columns, flag, optionalCount, seed, share, text, words } from "./values.ts";

const folds = { type: "integer", minimum: 0, maximum: 1000 } as const;
const scaling = { enum: ["standard", "minmax", "none"] } as const;
const side = { type: "integer", minimum: 1, maximum: 1024 } as const;

function columnList(description: string, example: readonly string[]): Field<readonly string[]> {
  return field({ value: columns, description, default: [], examples: [example] });
}

/** How examples become parts. */
const SPLIT = {
  validationShare: field({
    value: share,
    description: "Share of the rows to choose a configuration on.",
    default: 0.2,
    examples: [0.1, 0.3],
  }),
  testShare: field({
    value: share,
    description: "Share of the rows to test on; folds replace it.",
    default: 0.2,
    examples: [0.25, 0.3],
  }),
  split: field({
    value: { enum: ["stratified", "random", "ordered"] },
    description:
      "How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).",
    default: "stratified",
    examples: ["ordered", "stratified"],
  }),
};

const FOLDS = {
  folds: field({
    value: folds,
    description:
      "Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.",
    default: 0,
    examples: [5, 10],
  }),
  fold: field({
    value: folds,
    description: "The only fold to run, from 1; 0 is all of them.",
    default: 0,
    examples: [1, 2],
  }),
};

const splitSeed = field({
  value: seed,
  description: "Seed of the random numbers that divide the rows; it does not depend on the replicate.",
  default: 0,
  examples: [1, 2],
});

/** What the columns of a table are. */
const COLUMNS = {
  target: field({
    value: text,
    description: "The column to predict: of classes if it holds texts, of numbers otherwise.",
    isOptional: true,
    examples: ["species", "island"],
  }),
  targets: columnList("Several columns of numbers to predict, instead of target.", ["height", "weight"]),
  ignore: columnList("Columns that are no inputs.", ["id", "name"]),
  categories: columnList("Columns of categories or classes that look like numbers.", ["year"]),
  numbers: columnList(
    "Columns of numbers that look like texts: a value that is no number is an error then.",
    ["age"],
  ),
  missing: field({
    value: { enum: ["error", "drop", "mean", "median", "mostFrequent"] },
    description:
      "What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part replaces it, for categories always the most frequent one.",
    default: "error",
    examples: ["median", "mean"],
  }),
  scaling: field({
    value: scaling,
    description:
      "What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.",
    default: "standard",
    examples: ["minmax", "standard"],
  }),
  targetScaling: field({
    value: scaling,
    description: "The same for numbers to predict.",
    default: "standard",
    examples: ["none", "standard"],
  }),
  rare: field({
    value: optionalCount,
    description:
      "Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.",
    default: 0,
    examples: [10, 5],
  }),
};

const PARTS = {
  ...SPLIT,
  group: field({
    value: text,
    description: "A column whose equal values stay in one part; it is no input.",
    isOptional: true,
    examples: ["patient", "island"],
  }),
  splitColumn: field({
    value: text,
    description: "A column that names the part of each row: train, validation or test; it is no input.",
    isOptional: true,
    examples: ["part", "island"],
  }),
  ...FOLDS,
  seed: splitSeed,
};

/** How a CSV file is written. */
const DIALECT = {
  delimiter: field({
    value: { enum: ["auto", "comma", "semicolon", "tab", "pipe", "space"] },
    description:
      "What separates cells, space being any run of blanks; auto is what the first line has most of.",
    default: "auto",
    examples: ["tab", "comma"],
  }),
  decimal: field({
    value: { enum: ["auto", "point", "comma"] },
    description: "What separates whole and fraction of a number.",
    default: "auto",
    examples: ["comma", "point"],
  }),
  header: field({
    value: flag,
    description: "Whether the first row names the columns; if not, they are column 1, column 2, ...",
    default: true,
    examples: [false, true],
  }),
  names: columnList("Names of the columns from left to right, instead of those in the file.", [
    "length",
    "width",
    "species",
  ]),
  comment: field({
    value: text,
    description:
      "What lines that are no rows begin with; auto passes over lines at the top that begin with #.",
    default: "auto",
    examples: ["//", "#"],
  }),
};

/** How cells become numbers, and what becomes of those that are empty. */
const CELLS = {
  thousands: columnList(
    "Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.",
    ["price"],
  ),
  units: columnList(
    "Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.",
    ["price"],
  ),
  decimalComma: columnList(
    "Columns whose numbers have a comma between whole and fraction, even if others in the file have a point.",
    ["width"],
  ),
  dates: columnList(
    "Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.",
    ["day"],
  ),
  missingWords: field({
    value: words,
    description:
      "Words and numbers that mean a missing value, beside an empty cell, NA, N/A, NaN, null and ?.",
    default: [],
    examples: [["None", -999]],
  }),
  presentWords: columnList(
    "Words among the usual ones that do not mean a missing value, such as NA where it means none.",
    ["NA"],
  ),
  dropWithout: columnList(
    "Columns, possibly the target, without whose value a row is left out; they overrule missing.",
    ["species"],
  ),
  fillMean: columnList(
    "Columns whose missing values are the mean of the training part; they overrule missing.",
    ["age"],
  ),
  fillMedian: columnList(
    "Columns whose missing values are the median of the training part; they overrule missing.",
    ["income"],
  ),
  fillMostFrequent: columnList(
    "Columns whose missing values are the most frequent one of the training part; they overrule missing.",
    ["rooms"],
  ),
};

/** Data sets in files. */
export const FILE_DATASETS = {
  csv: {
    description: "A CSV file: a line of names, then a line for each example.",
    options: {
      path: field({
        value: text,
        description: "The file, seen from the folder of the file that names it; inside the repository.",
        examples: ["data/penguins.csv"],
      }),
      ...COLUMNS,
      ...PARTS,
      ...DIALECT,
      ...CELLS,
    },
  },
  jsonl: {
    description: "A file of JSON lines, an object for each example, or of one JSON array of them.",
    options: {
      path: field({
        value: text,
        description: "The file, seen from the folder of the file that names it; inside the repository.",
        examples: ["data/penguins.jsonl"],
      }),
      ...COLUMNS,
      ...PARTS,
      ...CELLS,
    },
  },
  images: {
    description: "PNG and JPEG images in folders, one for each class.",
    options: {
      path: field({
        value: text,
        description:
          "The folder, seen from that of the file that names it: inside it a folder for each class.",
        examples: ["data/leaves"],
      }),
      height: field({
        value: side,
        description: "Rows of pixels that every image is brought to.",
        default: 28,
        examples: [32, 16],
      }),
      width: field({
        value: side,
        description: "Pixels in a row that every image is brought to.",
        default: 28,
        examples: [32, 16],
      }),
      channels: field({
        value: { enum: ["grey", "colour"] },
        description: "One byte a pixel (grey), or red, green and blue (colour).",
        default: "grey",
        examples: ["colour", "grey"],
      }),
      ...SPLIT,
      ...FOLDS,
      seed: splitSeed,
    },
  },
  idx: {
    description: "Bytes of any shape in four files of the format of MNIST.",
    options: {
      path: field({
        value: text,
        description:
          "The file with the inputs to train on, packed by gzip or not, seen from the folder of the file that names it.",
        examples: ["data/train-images-idx3-ubyte.gz"],
      }),
      labels: field({
        value: text,
        description: "The file with the class of each training example, beside path.",
        examples: ["labels.idx"],
      }),
      testInputs: field({
        value: text,
        description: "The file with the inputs to test on.",
        examples: ["test.idx"],
      }),
      testLabels: field({
        value: text,
        description: "The file with their classes.",
        examples: ["test-labels.idx"],
      }),
      validationShare: SPLIT.validationShare,
      seed: splitSeed,
    },
  },
} satisfies Readonly<Record<string, NamedValue>>;
