import { GridientError } from "../../errors.ts";
import { consecutiveParts } from "../consecutive-parts.ts";
import type { Dataset, DatasetFacts } from "../dataset.ts";
import type { BuiltinSource, DatasetOptions, LoadContext } from "../source.ts";
import { MNIST_FILES, MNIST_MIRRORS } from "./mnist-files.ts";
import { parseIdxBytes } from "./parse-idx.ts";

const FEATURES = 28 * 28;
const TRAINING_EXAMPLES = 60_000;
const TEST_EXAMPLES = 10_000;

/** Numbers of examples, taken in file order: `validation` follows `train` in the training files. */
export interface MnistOptions extends DatasetOptions {
  readonly name: "mnist";
  /** Default: what `validation` leaves of 60,000. */
  readonly train: number;
  /** Default 0. */
  readonly validation: number;
  /** Default 10,000. */
  readonly test: number;
}

/**
 * Handwritten digits, 28 x 28 grey: 60,000 for training, 10,000 for testing.
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
 */
export const mnist: BuiltinSource<MnistOptions> = {
  name: "mnist",
  summary: "70,000 handwritten digits of 28 x 28 pixels, downloaded once or read from --data-dir",
  isCached: true,
  fill,
  facts,
  recipe,
  load,
};

/** A share of the training files that is said leaves the other one: at least one image, for a check to refuse. */
function fill(options: MnistOptions, isWritten: (option: string) => boolean): MnistOptions {
  if (isWritten("train")) return options;
  return { ...options, train: Math.max(1, TRAINING_EXAMPLES - options.validation) };
}

function facts({ train, validation, test }: MnistOptions): DatasetFacts {
  const target = { kind: "classes", count: 10 } as const;
  return { features: FEATURES, target, sizes: { train, validation, test }, image: [28, 28] };
}

function recipe({ name, train, validation, test }: MnistOptions): Readonly<Record<string, unknown>> {
  const files = Object.fromEntries(Object.values(MNIST_FILES).map((file) => [file.name, file.sha256]));
  return { name, files, train, validation, test };
}

async function load(options: MnistOptions, context: LoadContext): Promise<Dataset> {
  const known = facts(options);
  const { train, validation, test } = known.sizes;
  const learnt = train + validation;
  requireAtMost(TRAINING_EXAMPLES, learnt, "training and validation");
  requireAtMost(TEST_EXAMPLES, test, "test");
  const values = await readFiles(context);
  const inputs = new Uint8Array((learnt + test) * FEATURES);
  inputs.set(values("trainImages").subarray(0, learnt * FEATURES));
  inputs.set(values("testImages").subarray(0, test * FEATURES), learnt * FEATURES);
  const labels = new Uint8Array(learnt + test);
  labels.set(values("trainLabels").subarray(0, learnt));
  labels.set(values("testLabels").subarray(0, test), learnt);
  return { ...known, inputs, labels, parts: consecutiveParts(known.sizes) };
}

type FileKey = keyof typeof MNIST_FILES;

async function readFiles(context: LoadContext): Promise<(key: FileKey) => Uint8Array> {
  const { findPinned } = context;
  if (!findPinned) throw new GridientError("E_DATA", "The files of mnist must be at hand, and are not");
  const contents = await findPinned(MNIST_FILES, { name: "mnist", mirrors: MNIST_MIRRORS }, context);
  return (key) => parseIdxBytes(contents[key], `"${MNIST_FILES[key].name}"`);
}

function requireAtMost(available: number, wanted: number, kind: string): void {
  if (wanted <= available) return;
  throw new GridientError("E_DATA", `mnist has ${available} ${kind} examples (${wanted} requested)`);
}
