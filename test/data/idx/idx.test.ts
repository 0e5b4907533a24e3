import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { idx, type IdxOptions } from "../../../src/data/idx/idx.ts";
import { OpenedFiles } from "../../../src/data/opened-files.ts";
import type { FolderContext } from "../../../src/data/source.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

const VECTORS = JSON.parse(readFileSync(new URL("../../vectors/idx/idx.json", import.meta.url), "utf8")) as {
  files: Record<"type" | "inputs" | "labels" | "float32", string>[];
};

let folder: string;
let context: FolderContext;
let options: IdxOptions;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gridient-idx-"));
  context = {
    dataDir: undefined,
    cacheDir: "",
    folder: { path: folder, system: nodeSystem, opened: new OpenedFiles() },
  };
  write(
    "train",
    file([10, 2, 3], (i) => i),
  );
  write(
    "labels",
    file([10], (i) => i % 3),
  );
  write("test.gz", gzipSync(file([4, 2, 3], (i) => 100 + i)));
  write(
    "testlabels",
    file([4], () => 1),
  );
  const files = { path: "train", labels: "labels", testInputs: "test.gz", testLabels: "testlabels" };
  options = {
    name: "idx",
    ...files,
    validationShare: 0.2,
    seed: 0,
  };
});

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, name), bytes);
}

/** Returns an IDX file of bytes. */
function file(sizes: readonly number[], valueOf: (i: number) => number): Buffer {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => header.writeUInt32BE(size, 4 + 4 * i));
  const count = sizes.reduce((product, size) => product * size, 1);
  return Buffer.concat([header, Buffer.from(Array.from({ length: count }, (_, i) => valueOf(i)))]);
}

/** Returns an IDX file of float32 numbers: for each example of a shape the same one. */
function floats(examples: number, valueOf: (i: number) => number, shape: readonly number[] = []): Buffer {
  const sizes = [examples, ...shape];
  const each = shape.reduce((product, size) => product * size, 1);
  const bytes = Buffer.alloc(4 + 4 * sizes.length + 4 * examples * each);
  bytes.set([0, 0, 13, sizes.length]);
  sizes.forEach((size, i) => bytes.writeUInt32BE(size, 4 + 4 * i));
  for (let i = 0; i < examples * each; i++)
    bytes.writeFloatBE(valueOf(Math.floor(i / each)), 4 + 4 * sizes.length + 4 * i);
  return bytes;
}

describe("IDX files", () => {
  test("become bytes of any shape, packed or not, test examples after the others", async () => {
    const set = await idx.load(options, context);
    expect(set).toMatchObject({ features: 6, image: [2, 3], sizes: { train: 8, validation: 2, test: 4 } });
    expect(set.target).toEqual({ kind: "classes", count: 3 });
    expect([...set.inputs.slice(0, 3), ...set.inputs.slice(60, 63)]).toEqual([0, 1, 2, 100, 101, 102]);
    expect([...set.labels!]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 1, 1, 1]);
    expect([...set.parts.test]).toEqual([10, 11, 12, 13]);
  });

  test.each(VECTORS.files)("of $type are read as NumPy has them, labels too", async (vector) => {
    for (const name of ["train", "test.gz"]) write(name, Buffer.from(vector.inputs, "base64"));
    for (const name of ["labels", "testlabels"]) write(name, Buffer.from(vector.labels, "base64"));
    const set = await idx.load(options, context);
    const values = Float32Array.from(set.inputs.subarray(0, 24));
    expect(Buffer.from(values.buffer).toString("base64")).toBe(vector.float32);
    expect([...set.labels!]).toEqual([0, 2, 1, 2, 0, 2, 1, 2]);
    expect(set.inputs).toBeInstanceOf(vector.type === "uint8" ? Uint8Array : Float32Array);
  });

  test("are the same data packed and unpacked, other data with other bytes", () => {
    const before = JSON.stringify(idx.recipe(options, context.folder));
    write(
      "plain",
      file([4, 2, 3], (i) => 100 + i),
    );
    expect(JSON.stringify(idx.recipe({ ...options, testInputs: "plain" }, context.folder))).toBe(before);
    write(
      "plain",
      file([4, 2, 3], (i) => 99 + i),
    );
    expect(JSON.stringify(idx.recipe({ ...options, testInputs: "plain" }, context.folder))).not.toBe(before);
  });

  test.each([
    ["labels that are too few", "labels", file([9], () => 1), "labels must have 10 labels (got 9)"],
    [
      "test inputs of another shape",
      "test.gz",
      file([4, 3, 2], () => 1),
      "The examples of testInputs must be 2 x 3, as in training (got 3 x 2)",
    ],
    [
      "labels that are no classes",
      "labels",
      floats(10, (i) => i / 4),
      "Label 2 of labels must be a whole number from 0 to 255 (got 0.25)",
    ],
    [
      "inputs of two kinds",
      "test.gz",
      floats(4, (i) => i, [2, 3]),
      "The inputs of both parts must be of the same kind",
    ],
    ["something else", "train", Buffer.from("not IDX at all"), 'Invalid IDX file "'],
    [
      "a damaged gzip file",
      "test.gz",
      gzipSync(file([4, 2, 3], (i) => i)).subarray(0, 30),
      '": unexpected end',
    ],
    ["one class", "labels", file([10], () => 0), ""],
  ])("are refused for %s", (_, name, bytes, reason) => {
    write(name, bytes);
    if (reason === "")
      write(
        "testlabels",
        file([4], () => 0),
      );
    expect(() => idx.facts(options, context.folder)).toThrow(
      reason === "" ? "labels must have at least two classes (got 1)" : reason,
    );
  });
});
