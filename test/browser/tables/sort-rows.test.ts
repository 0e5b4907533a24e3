import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortRows } from "../../../src/browser/tables/sort-rows.ts";

const column = {
  key: "x",
  heading: "x",
  isNumeric: true,
  textOf: String,
  orderOf: (row: number | null) => row,
};

describe("sortRows()", () => {
  it("puts rows in order, those without a value last either way", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), fc.boolean(), (rows, descending) => {
        const sorted = sortRows(rows, [column], { key: "x", descending });
        const present = rows.filter((row) => row !== null).toSorted((a, b) => (descending ? b - a : a - b));
        expect(sorted).toEqual([...present, ...rows.filter((row) => row === null)]);
      }),
      { seed: 1 },
    );
  });

  it("leaves them alone when no such column is there", () => {
    expect(sortRows([3, 1, 2], [column], { key: "y", descending: false })).toEqual([3, 1, 2]);
    expect(sortRows([3, 1, 2], [column], undefined)).toEqual([3, 1, 2]);
  });
});
