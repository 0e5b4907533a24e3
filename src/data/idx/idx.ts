import type { System } from "../../files/system.ts";
import { dataStreamKey } from "../../math/stream-key.ts";
import { dataPath, type DataPath } from "../data-path.ts";
import type { Dataset, DatasetFacts } from "../dataset.ts";
import { DatasetError } from "../dataset-error.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { idxBytes, parseIdx, type IdxArray } from "../mnist/parse-idx.ts";
import type { OpenedContent } from "../opened-files.ts";
import type { DataFolder, DatasetOptions, DatasetSource } from "../source.ts";
import { splitAtRandom } from "../split/split-at-random.ts";
import { isGzip, mostUnpacked, UNPACK_IT, unpackedStart, unpackGzip } from "../unpack-gzip.ts";
import { statement, type Says } from "../../statement.ts";
import { counted } from "../../text/counted.ts";

/** Options of IDX files; defaults are those of the schema. */
export interface IdxOptions extends DatasetOptions {
  readonly name: "idx";
  /** Training inputs, of any shape; the first dimension counts examples. */
  readonly path: string;
  /** A class for each of them. */
  readonly labels: string;
  readonly testInputs: string;
  readonly testLabels: string;
  /** Of the training examples, drawn from the seed. */
  readonly validationShare: number;
  readonly seed: number;
}

const FILES = ["path", "labels", "testInputs", "testLabels"] as const;
const VERSION = 1;
/** WebAssembly memory holds no more. */
const MOST_BYTES = 0xffffffff;
/** A class is a byte. */
const LAST_CLASS = 255;

/** The four files as arrays. */
interface OpenFiles {
  readonly arrays: Readonly<Record<(typeof FILES)[number], IdxArray>>;
  readonly digests: readonly string[];
}

/** Data sets in four files of the format of MNIST, packed by gzip or not. */
export const idx: DatasetSource<IdxOptions> = {
  name: "idx",
  summary: "IDX files of yours, as MNIST has them: path, labels, testInputs and testLabels",
  facts: (options, folder) => factsOf(openFiles(options, folder), options),
  recipe: (options, folder) => {
    const [path, labels, testInputs, testLabels] = openFiles(options, folder).digests;
    const { name, validationShare, seed } = options;
    return { name, files: { path, labels, testInputs, testLabels }, validationShare, seed, version: VERSION };
  },
  load: (options, { folder }) => Promise.resolve(load(openFiles(options, folder), options)),
};

function openFiles(options: IdxOptions, folder: DataFolder): OpenFiles {
  const { system, opened } = folder;
  const paths = FILES.map((option) => dataPath(options, option, "file", folder));
  return opened.read(JSON.stringify(["idx", paths]), () => read(paths, system));
}

function read(paths: readonly DataPath[], system: System): OpenedContent<OpenFiles> {
  const digests: string[] = [];
  const arrays = FILES.map((option, i): IdxArray => {
    const { shown } = paths[i]!;
    try {
      const contents = readContents(paths[i]!, system);
      digests.push(system.startSha256().update(contents).digest("hex"));
      return parseIdx(contents, "it");
    } catch (error) {
      const message = `Invalid IDX file "${shown}": ${(error as Error).message}`;
      throw new DatasetError([{ option, code: "damaged-file", message }]);
    }
  });
  const [inputs, labels, testInputs, testLabels] = arrays as [IdxArray, IdxArray, IdxArray, IdxArray];
  requireLabels("labels", inputs, labels);
  requireLabels("testLabels", testInputs, testLabels);
  if (inputs.values.constructor !== testInputs.values.constructor)
    throw refused(
      "testInputs",
      "The inputs of both parts must be of the same kind: unsigned bytes count as shares of 255, other numbers as they are",
    );
  const [shape, testShape] = [inputs, testInputs].map(({ sizes }) => sizes.slice(1).join(" x "));
  if (shape !== testShape) {
    const allowed = `${shape}, as in training`;
    throw refused("testInputs", { subject: "The examples of testInputs", allowed, found: testShape });
  }
  const bytes = arrays.reduce((sum, { values }) => sum + values.byteLength, 0);
  return { content: { arrays: { path: inputs, labels, testInputs, testLabels }, digests }, bytes };
}

/** Returns the contents of a file; of a packed one no more than its header says is unpacked. */
function readContents({ path, bytes }: DataPath, system: System): Uint8Array {
  if (bytes > MOST_BYTES) throw new Error(`it must have at most ${MOST_BYTES} bytes (got ${bytes})`);
  const stored = system.read(path);
  if (!isGzip(stored)) return stored;
  const said = idxBytes(unpackedStart(stored, system), "it");
  const most = mostUnpacked(stored.length);
  if (!(said <= most))
    throw new Error(
      `it must unpack to at most ${most} bytes, because it has ${stored.length} (got a header that says ${said}). ${UNPACK_IT}`,
    );
  return unpackGzip(stored, system, said);
}

function requireLabels(
  option: string,
  { sizes: [examples = 0, ...shape] }: IdxArray,
  { sizes, values }: IdxArray,
): void {
  if (shape.length === 0 || examples === 0)
    throw refused(option, {
      subject: "Inputs",
      verb: "must have",
      allowed: "two dimensions and an example",
      found: counted(examples, "example"),
    });
  if (sizes.length !== 1 || sizes[0] !== examples)
    throw refused(option, {
      subject: option,
      verb: "must have",
      allowed: counted(examples, "label"),
      found: sizes.join(" x "),
    });
  const odd = values.findIndex((value) => !Number.isInteger(value) || value < 0 || value > LAST_CLASS);
  if (odd >= 0)
    throw refused(option, {
      subject: `Label ${odd + 1} of ${option}`,
      allowed: `a whole number from 0 to ${LAST_CLASS}`,
      found: values[odd],
    });
}

function refused(option: string, says: Says, code: ProblemCode = "mismatched-files"): DatasetError {
  return new DatasetError([{ option, ...statement(code, says) }]);
}

function factsOf({ arrays }: OpenFiles, { validationShare }: IdxOptions): DatasetFacts {
  const [examples = 0, ...shape] = arrays.path.sizes;
  const [height = 0, width = 0] = shape;
  const count = Math.max(maximum(arrays.labels.values), maximum(arrays.testLabels.values)) + 1;
  const validation = Math.round(validationShare * examples);
  if (count < 2) {
    const rule = { subject: "labels", verb: "must have", allowed: "at least two classes", found: count };
    throw refused("labels", rule, "class-count");
  }
  return {
    features: shape.reduce((product, size) => product * size, 1),
    target: { kind: "classes", count },
    sizes: { train: examples - validation, validation, test: arrays.testInputs.sizes[0]! },
    ...(shape.length === 2 && height > 1 && width > 1 && { image: [height, width] as const }),
  };
}

/** Examples of two dimensions are grey images, and those of a third one of up to four channels are images, too. */
function pixelsOf({ sizes: [, height, width, channels = 1, ...more] }: IdxArray): Pick<Dataset, "pixels"> {
  const isImage = height !== undefined && width !== undefined && channels <= 4 && more.length === 0;
  return isImage ? { pixels: [height, width, channels] } : {};
}

function load(open: OpenFiles, options: IdxOptions): Dataset {
  const { path, labels, testInputs, testLabels } = open.arrays;
  const examples = path.sizes[0]!;
  const plan = { validation: options.validationShare, test: 0 };
  const { train, validation } = splitAtRandom(
    new Uint8Array(examples),
    plan,
    dataStreamKey(options.seed, "split"),
  );
  const test = Uint32Array.from({ length: testInputs.sizes[0]! }, (_, i) => examples + i);
  return {
    ...factsOf(open, options),
    inputs: joined(path.values, testInputs.values),
    labels: Uint8Array.from(joined(labels.values, testLabels.values)),
    parts: { train, validation, test },
    ...pixelsOf(path),
  };
}

function joined(first: IdxArray["values"], second: IdxArray["values"]): Uint8Array | Float32Array {
  const length = first.length + second.length;
  const all = first instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function maximum(values: IdxArray["values"]): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
