import { dataStreamKey } from "../../math/stream-key.ts";
import type { Dataset, DatasetFacts, PartName } from "../dataset.ts";
import { DatasetError } from "../dataset-error.ts";
import type { DatasetSource } from "../source.ts";
import type { Parts } from "../split/parts.ts";
import { splitAtRandom } from "../split/split-at-random.ts";
import { splitInOrder } from "../split/split-in-order.ts";
import type { ImagesOptions } from "./images-options.ts";
import { openImages, type OpenImages } from "./open-images.ts";
import { statement } from "../../statement.ts";

/** Raised whenever the same files give other bytes; 3: images are turned upright. */
const VERSION = 3;

/** Images of the user's own, PNG and JPEG, in a folder for each class. */
export const images: DatasetSource<ImagesOptions> = {
  name: "images",
  summary: "a folder of images of yours: path, with a folder for each class",
  facts: (options, folder) => {
    const open = openImages(options, folder);
    return factsOf(open, options, partsOf(open, options));
  },
  recipe: (options, folder) => {
    const { path: _, fold, ...others } = options;
    const { sha256 } = openImages(options, folder);
    return { ...others, ...(options.folds > 0 && { fold }), sha256, version: VERSION };
  },
  warnings: (options, folder) => strayText(openImages(options, folder).strays),
  load: (options, { folder }) => Promise.resolve(load(openImages(options, folder), options)),
};

function strayText(strays: readonly string[]): string[] {
  if (strays.length === 0) return [];
  const more = strays.length > 1 ? ` and ${strays.length - 1} more` : "";
  return [`ignored, because it is no image in the folder of a class: ${strays[0]}${more}`];
}

function load(open: OpenImages, options: ImagesOptions): Dataset {
  const { inputs, labels } = open;
  const parts = partsOf(open, options);
  const { height, width } = options;
  const pixels = [height, width, channelsOf(options)] as const;
  return { ...factsOf(open, options, parts), inputs, labels, parts, pixels };
}

function factsOf(
  { classes }: OpenImages,
  options: ImagesOptions,
  { train, validation, test }: Parts,
): DatasetFacts {
  const { height, width, channels } = options;
  return {
    features: height * width * channelsOf(options),
    target: { kind: "classes", count: classes.length, names: classes },
    sizes: { train: train.length, validation: validation.length, test: test.length },
    ...(channels === "grey" && height > 1 && width > 1 && { image: [height, width] as const }),
  };
}

function channelsOf({ channels }: ImagesOptions): 1 | 3 {
  return channels === "grey" ? 1 : 3;
}

/** Returns the parts that folders name; missing ones are drawn from the training part. */
function dividedParts({ parts, labels }: OpenImages, options: ImagesOptions): Parts | undefined {
  const { validationShare, testShare, seed, folds } = options;
  if (!parts || folds > 0) return undefined;
  const rowsOf = (wanted: PartName) => Uint32Array.from(parts.keys()).filter((row) => parts[row] === wanted);
  const [train, validation, test] = [rowsOf("train"), rowsOf("validation"), rowsOf("test")];
  const plan = {
    validation: validation.length > 0 ? 0 : validationShare,
    test: test.length > 0 ? 0 : testShare,
  };
  const strata = Uint8Array.from(train, (row) => labels[row]!);
  const drawn = splitAtRandom(strata, plan, dataStreamKey(seed, "split"));
  const namesOf = (places: Uint32Array) => places.map((place) => train[place]!);
  return {
    train: namesOf(drawn.train),
    validation: validation.length > 0 ? validation : namesOf(drawn.validation),
    test: test.length > 0 ? test : namesOf(drawn.test),
  };
}

function partsOf(open: OpenImages, options: ImagesOptions): Parts {
  const { validationShare, testShare, folds, fold, seed, split } = options;
  const { labels, classes } = open;
  const shares = { validation: validationShare, test: testShare };
  const plan = folds === 0 ? shares : { ...shares, fold: { number: Math.max(fold, 1) - 1, of: folds } };
  const key = dataStreamKey(seed, "split");
  const strata = split === "random" ? new Uint8Array(labels.length) : labels;
  const divided = dividedParts(open, options);
  const parts = divided
    ? divided
    : split === "ordered"
      ? splitInOrder(labels.length, plan)
      : splitAtRandom(strata, plan, key);
  const learnt = new Set(Array.from(parts.train, (row) => labels[row]!));
  const isWhole = learnt.size === classes.length && parts.test.length > 0 && folds !== 1 && fold <= folds;
  if (isWhole) return parts;
  const message =
    "Too few images: the training part needs an image of every class, and the test part at least one image";
  const hint = "Add images, or write other shares, folds or split: stratified";
  throw new DatasetError([{ option: "path", ...statement("bad-split", message, hint) }]);
}
