import { describe, expect, it } from "vitest";
import type { Image } from "../../src/model/inputs/encode-image.ts";
import { rowEncoder, type Row, type RowEncoder } from "../../src/model/inputs/encode-row.ts";
import { RowError } from "../../src/model/inputs/row-error.ts";
import type { InputEncoding } from "../../src/model/model.ts";

const TABLE: InputEncoding & { kind: "columns" } = {
  kind: "columns",
  columns: [
    { kind: "number", column: "mass", center: 10, scale: 4, missing: 12 },
    { kind: "number", column: "length", center: 0, scale: 1 },
    {
      kind: "category",
      column: "island",
      categories: ["Biscoe", "Dream", "rest"],
      missing: "Dream",
      other: "rest",
    },
    { kind: "category", column: "sex", categories: ["f", "m"] },
  ],
};
const ROW = { mass: 14, length: 2, island: "Biscoe", sex: "m" };

function problemsOf(row: Row, encoding: InputEncoding = TABLE): unknown {
  try {
    rowEncoder(encoding)(row);
    return undefined;
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return error.problems;
  }
}

describe("rowEncoder()", () => {
  it.each([
    ["a row as it should be", {}, [1, 2, 1, 0, 0, 0, 1]],
    ["text that is a number, as a form has it", { mass: "6", length: "-1e1" }, [-1, -10, 1, 0, 0, 0, 1]],
    ["columns that it does not know", { species: "x" }, [1, 2, 1, 0, 0, 0, 1]],
    ["missing values by their rule", { mass: null, island: undefined }, [0.5, 2, 0, 1, 0, 0, 1]],
    ["empty text and NaN as missing", { mass: NaN, island: "" }, [0.5, 2, 0, 1, 0, 0, 1]],
    ["what stands for a missing value in files", { mass: "NA", island: " n/a " }, [0.5, 2, 0, 1, 0, 0, 1]],
    ["an unknown category as the rest", { island: "Torgersen" }, [1, 2, 0, 0, 1, 0, 1]],
    ["an unknown category without a rest as none", { sex: "x" }, [1, 2, 1, 0, 0, 0, 0]],
  ])("takes %s", (_, changes, inputs) => {
    expect(rowEncoder(TABLE)({ ...ROW, ...changes }).inputs).toEqual(Float32Array.from(inputs));
  });

  it("lists unknown categories, but not those that count as the rest", () => {
    const { unknown } = rowEncoder(TABLE)({ ...ROW, island: "Torgersen", sex: "x" });
    expect(unknown).toEqual([{ column: "sex", value: "x" }]);
    expect(rowEncoder(TABLE)(ROW).unknown).toEqual([]);
  });

  it("reads text as the training's file was written", () => {
    const encode = rowEncoder({ ...TABLE, dialect: { decimal: "comma" } });
    expect(encode({ ...ROW, length: "2,5" }).inputs[1]).toBe(2.5);
    expect(encode({ ...ROW, length: 2.5 }).inputs[1]).toBe(2.5);
    expect(() => encode({ ...ROW, length: "2.5" })).toThrow(
      '"length" must be a number with a decimal comma (got "2.5")',
    );
  });

  it("scales in float64 and rounds once", () => {
    const encoding: InputEncoding = {
      kind: "columns",
      columns: [{ kind: "number", column: "t", center: 1_700_000_000, scale: 3 }],
    };
    expect(rowEncoder(encoding)({ t: 1_700_000_001 }).inputs).toEqual(Float32Array.of(1 / 3));
  });

  it("tells all values that it cannot use", () => {
    const row = { mass: "heavy", island: {}, sex: "" };
    expect(problemsOf(row)).toEqual([
      { column: "mass", message: '"mass" must be a number (got "heavy")' },
      { column: "length", message: '"length" must be a column of the row (it is not there)' },
      { column: "island", message: '"island" must be text (got [object Object])' },
      { column: "sex", message: '"sex" must be given (it is missing)' },
    ]);
  });

  it("tells what is wrong with a date once, not once for each of its parts", () => {
    const part = (part: "year" | "month") =>
      ({
        kind: "number",
        column: `when ${part}`,
        center: 0,
        scale: 1,
        writing: { kind: "date", column: "when", part, order: "ymd" },
      }) as const;
    const encode = rowEncoder({ kind: "columns", columns: [part("year"), part("month")] });
    expect([...encode({ when: "2026-11-30" }).inputs]).toEqual([2026, 11]);
    expect(() => encode({ when: "soon" })).toThrow(/^"when" must be a date \(got "soon"\)$/);
    expect(() => encode({})).toThrow(/^"when" must be a column of the row \(it is not there\)$/);
  });

  it("does not take what every object inherits for a column", () => {
    const encoding: InputEncoding = {
      kind: "columns",
      columns: [{ kind: "category", column: "constructor", categories: ["a"] }],
    };
    expect(problemsOf({}, encoding)).toHaveLength(1);
  });

  it("takes images as bytes, 255 being 1", () => {
    const image: InputEncoding = { kind: "pixels", height: 1, width: 3, channels: 1 };
    expect(rowEncoder(image)(Uint8ClampedArray.of(0, 51, 255)).inputs).toEqual(Float32Array.of(0, 0.2, 1));
    expect(problemsOf([0, 256, 0.5], image)).toMatchObject([{ column: 1 }, { column: 2 }]);
    expect(problemsOf([0, 1], image)).toEqual([{ message: "A row must be a list of 3 numbers (got 2)" }]);
  });

  it("brings images of any size to the network's, as training does", () => {
    const [grey, colour] = [1, 3].map((channels) =>
      rowEncoder({ kind: "pixels", height: 1, width: 2, channels }),
    ) as [RowEncoder, RowEncoder];
    const bytesOf = (encode: RowEncoder, image: Image): number[] =>
      Array.from(encode(image).inputs, (input) => Math.round(255 * input));
    const rgba = Uint8ClampedArray.of(0, 0, 0, 255, 100, 100, 100, 255, 200, 0, 0, 255, 9, 9, 9, 0);
    expect(bytesOf(grey, { width: 4, height: 1, data: rgba })).toEqual([50, 157]);
    expect(bytesOf(colour, { width: 4, height: 1, data: rgba })).toEqual([50, 50, 50, 228, 128, 128]);
    expect(bytesOf(colour, { width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) })).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(bytesOf(grey, { width: 1, height: 2, data: Uint8Array.of(10, 20) })).toEqual([15, 15]);
  });

  it("refuses images without whole pixels, and models that take none", () => {
    const two = (channels: number): InputEncoding => ({ kind: "pixels", height: 1, width: 2, channels });
    const image = (width: number, bytes: number): Image => ({
      width,
      height: 2,
      data: new Uint8Array(bytes),
    });
    const message = (found: string) => [
      { message: `An image must have 1, 3 or 4 bytes for each pixel (got ${found})` },
    ];
    expect(problemsOf(image(2, 8), two(1))).toEqual(message("8 for 2 x 2"));
    expect(problemsOf(image(0, 0), two(1))).toEqual(message("0 for 0 x 2"));
    expect(problemsOf(image(1.5, 3), two(1))).toEqual(message("3 for 1.5 x 2"));
    expect(problemsOf(image(2, 4), two(2))).toEqual([
      { message: "The model takes lists of bytes, as its pixels have 2 channels" },
    ]);
  });

  it("takes finite numbers in order", () => {
    const numbers: InputEncoding = { kind: "numbers", count: 2 };
    expect(rowEncoder(numbers)([0.1, -2]).inputs).toEqual(Float32Array.of(0.1, -2));
    expect(problemsOf([Infinity, 0], numbers)).toMatchObject([{ column: 0 }]);
    expect(problemsOf({ x: 1 }, numbers)).toEqual([
      { message: "A row must be a list of 2 numbers (got none)" },
    ]);
  });
});
