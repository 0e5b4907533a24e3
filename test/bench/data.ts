import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ClassDataset, Dataset, TargetFacts } from "../../src/data/dataset.ts";
import type { DatasetOptions, LoadContext } from "../../src/data/source.ts";
import { philox } from "../../src/math/philox.ts";
import { bySize, type Size } from "./part.ts";
import { OpenedFiles } from "../../src/data/opened-files.ts";
import { nodeSystem } from "../../src/files/node-system.ts";
import { findPinned } from "../../src/downloads/find-files.ts";

const FEATURES = 784;
const TARGET: TargetFacts = { kind: "classes", count: 10 };

const dataDir = process.env["GRIDIENT_DATA_DIR"] || undefined;

/** Where a part loads data sets from. Nothing is kept for later runs. */
export const LOAD: LoadContext = { dataDir, cacheDir: "no cache", findPinned };

/** Whether GRIDIENT_DATA_DIR has real MNIST. */
export const hasMnist: boolean = dataDir !== undefined && existsSync(join(dataDir, "mnist"));

/** Images of ten classes, by name. */
export interface Images {
  readonly name: string;
  readonly set: ClassDataset;
}

/** Returns real MNIST where it is, else the built-in digits; a few digits for the smallest form. */
export async function loadImages(size: Size): Promise<Images> {
  const options = bySize<DatasetOptions>(size, {
    full: hasMnist ? { name: "mnist", train: 60_000, validation: 0, test: 10_000 } : digits(12_000),
    quick: hasMnist ? { name: "mnist", train: 60_000, validation: 0, test: 10_000 } : digits(12_000),
    smallest: digits(1280),
  });
  const { loadDataset } = await import("../../src/data/load-dataset.ts");
  return {
    name: options.name,
    set: asClasses(
      await loadDataset(options, {
        ...LOAD,
        folder: { path: ".", system: nodeSystem, opened: new OpenedFiles() },
      }),
    ),
  };
}

function digits(train: number): DatasetOptions {
  return { name: "digits", train, validation: 0, test: 100, seed: 0 };
}

function asClasses(set: Dataset): ClassDataset {
  if (set.labels === undefined) throw new Error("Images must belong to classes");
  return set;
}

/** Returns images of the same size without a single zero: what a kernel that skips zeros gains nothing from. */
export function makeNoise(size: Size): Images {
  const examples = bySize(size, { full: 12_000, quick: 12_000, smallest: 1280 });
  const words = new Uint32Array(4);
  const random = (i: number) => {
    philox([1, 2], i, 0, 0, 0, words);
    return words[0]!;
  };
  const rows = Uint32Array.from({ length: examples }, (_, i) => i);
  const none = new Uint32Array(0);
  const set: ClassDataset = {
    features: FEATURES,
    target: TARGET,
    sizes: { train: examples, validation: 0, test: 0 },
    inputs: Uint8Array.from({ length: examples * FEATURES }, (_, i) => 1 + (random(i) % 255)),
    labels: Uint8Array.from(rows, (i) => i % TARGET.count),
    parts: { train: rows, validation: none, test: none },
  };
  return { name: "noise", set };
}

/** Returns the share of a data set's training inputs that are not zero. */
export function densityOf({ inputs, sizes, features }: Dataset): number {
  const values = inputs.subarray(0, sizes.train * features);
  let count = 0;
  for (const value of values) if (value !== 0) count++;
  return count / values.length;
}
