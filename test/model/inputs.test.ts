import { describe, expect, it } from "vitest";
import { encodeRow, type Row } from "../../src/model/inputs/encode-row.ts";
import { RowError } from "../../src/model/inputs/row-error.ts";
import type { InputEncoding } from "../../src/model/model.ts";

const TABLE: InputEncoding = {
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

function problemsOf(row: Row, encoding = TABLE): unknown {
  try {
    encodeRow(row, encoding);
    return undefined;
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return error.problems;
  }
}

describe("encodeRow()", () => {
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
    expect(encodeRow({ ...ROW, ...changes }, TABLE)).toEqual(Float32Array.from(inputs));
  });

  it("scales in float64 and rounds once", () => {
    const encoding: InputEncoding = {
      kind: "columns",
      columns: [{ kind: "number", column: "t", center: 1_700_000_000, scale: 3 }],
    };
    expect(encodeRow({ t: 1_700_000_001 }, encoding)).toEqual(Float32Array.of(1 / 3));
  });

  it("tells all values that it cannot use", () => {
    const row = { mass: "heavy", island: {}, sex: "" };
    expect(problemsOf(row)).toEqual([
      { column: "mass", message: 'Cannot predict as "mass" must be a number: "heavy"' },
      {
        column: "length",
        message: 'Cannot predict as "length" must be a column of the row: there is none of that name',
      },
      { column: "island", message: 'Cannot predict as "island" must be text: [object Object]' },
      { column: "sex", message: 'Cannot predict as "sex" must be given: it is missing' },
    ]);
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
    expect(encodeRow(Uint8ClampedArray.of(0, 51, 255), image)).toEqual(Float32Array.of(0, 0.2, 1));
    expect(problemsOf([0, 256, 0.5], image)).toMatchObject([{ column: 1 }, { column: 2 }]);
    expect(problemsOf([0, 1], image)).toEqual([
      { message: "Cannot predict as a row must be a list of 3 numbers: 2 found" },
    ]);
  });

  it("takes finite numbers in order", () => {
    const numbers: InputEncoding = { kind: "numbers", count: 2 };
    expect(encodeRow([0.1, -2], numbers)).toEqual(Float32Array.of(0.1, -2));
    expect(problemsOf([Infinity, 0], numbers)).toMatchObject([{ column: 0 }]);
    expect(problemsOf({ x: 1 }, numbers)).toEqual([
      { message: "Cannot predict as a row must be a list of 2 numbers: none found" },
    ]);
  });
});
