import * as fc from "fast-check";
import { expect, test } from "vitest";
import { GridientError } from "../../../src/errors.ts";
import { parseIdx, parseIdxBytes } from "../../../src/data/mnist/parse-idx.ts";

function idx(sizes: readonly number[], values: readonly number[]): Uint8Array {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => header.writeUInt32BE(size, 4 + 4 * i));
  return Buffer.concat([header, Uint8Array.from(values)]);
}

test("parseIdx() reads sizes and values", () => {
  const { sizes, values } = parseIdx(idx([2, 1, 3], [1, 2, 3, 4, 5, 255]), "f");
  expect(sizes).toEqual([2, 1, 3]);
  expect([...values]).toEqual([1, 2, 3, 4, 5, 255]);
});

test("parseIdx() returns a view, not a copy, also of contents that begin inside a buffer", () => {
  const contents = Buffer.concat([Buffer.alloc(3), idx([2], [7, 8])]).subarray(3);
  const { values } = parseIdx(contents, "f");
  expect([...values]).toEqual([7, 8]);
  expect(values.buffer).toBe(contents.buffer);
});

test("parseIdx() reads back any array", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sizes, (sizes) => {
      const count = sizes.reduce((product, size) => product * size, 1);
      const parsed = parseIdx(
        idx(
          sizes,
          Array.from({ length: count }, (_, i) => i % 256),
        ),
        "f",
      );
      expect(parsed.sizes).toEqual(sizes);
      expect(parsed.values).toHaveLength(count);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test.each([
  ["an empty file", [], "must begin with two zero bytes (got 0 bytes)"],
  [
    "a gzip file",
    [0x1f, 0x8b, 8, 1],
    "must begin with two zero bytes (got 4 bytes, the first ones 1f 8b 08 01)",
  ],
  ["another type", [0, 0, 0x0a, 1, 0, 0, 0, 0], "must have one of the types 8 (unsigned byte), 9"],
  [
    "a value that is no number",
    [0, 0, 0x0d, 1, 0, 0, 0, 1, 0x7f, 0xc0, 0, 0],
    "Value 1 of the-file must be finite as float32 (got NaN)",
  ],
  ["no dimension", [0, 0, 8, 0], "at least one dimension"],
  ["a header without its dimensions", [0, 0, 8], "at least one dimension"],
  ["a cut header", [0, 0, 8, 2, 0, 0, 0, 1], "must have a header of 12 bytes (got 8 bytes, "],
  [
    "too few values",
    [...idx([2, 2], [1, 2, 3])],
    "must have 2 x 2 values, as its header says (got 3 bytes, ",
  ],
  ["too many values", [...idx([2], [1, 2, 3])], "must have 2 values, as its header says (got 3 bytes, "],
  ["dimensions beyond any memory", [...idx([4e9, 4e9], [1])], "values, as its header says (got 1 bytes, "],
])("parseIdx() refuses %s and names the file", (_, bytes, message) => {
  const parse = (): unknown => parseIdx(Uint8Array.from(bytes), "the-file");
  expect(parse).toThrow(GridientError);
  expect(parse).toThrow(message);
  expect(parse).toThrow("the-file");
});

test("parseIdxBytes() refuses other types than bytes", () => {
  const floats = Uint8Array.from([0, 0, 0x0d, 1, 0, 0, 0, 0]);
  expect(() => parseIdxBytes(floats, "f")).toThrow("f must have the type 8 (unsigned byte) (got ");
});
