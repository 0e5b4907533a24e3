import { digits } from "./digits/digits.ts";
import { idx } from "./idx/idx.ts";
import { images } from "./images/images.ts";
import { mnist } from "./mnist/mnist.ts";
import { blobs } from "./toys/blobs.ts";
import { line } from "./toys/line.ts";
import { moons } from "./toys/moons.ts";
import { point } from "./toys/point.ts";
import { sine } from "./toys/sine.ts";
import { spirals } from "./toys/spirals.ts";
import { xor } from "./toys/xor.ts";
import type { BuiltinSource, DatasetSource } from "./source.ts";
import { csv, jsonl } from "./table/table-source.ts";

/** The data sets that need nothing but their name, in the order in which they are listed. */
export const BUILTIN_DATASETS = [
  digits,
  mnist,
  xor,
  moons,
  spirals,
  blobs,
  line,
  sine,
  point,
] as readonly BuiltinSource[];

/** Every data set by its name, in the order in which they are listed. */
export const DATASETS: ReadonlyMap<string, DatasetSource> = new Map(
  [...BUILTIN_DATASETS, ...([csv, jsonl, images, idx] as readonly DatasetSource[])].map((source) => [
    source.name,
    source,
  ]),
);

/** Returns the source of a data set that a valid spec names. @throws {RangeError} If there is none. */
export function datasetSource(name: string): DatasetSource {
  const source = DATASETS.get(name);
  if (!source) throw new RangeError(`Unknown data set "${name}"`);
  return source;
}
