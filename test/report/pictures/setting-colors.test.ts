import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settingColors } from "../../../src/report/pictures/setting-colors.ts";

const TWO = [{ path: "eta" }, { path: "loss" }];

describe("settingColors()", () => {
  it("does not depend on the order in which settings are given", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (order) => {
        const settings = order.map((index) => ({ index, values: [index, "mse"] }));
        const plain = settings.toSorted((a, b) => a.index - b.index);
        expect(settingColors(settings, TWO)).toEqual(settingColors(plain, TWO));
      }),
    );
  });

  it("follows numbers of a single axis, with `full` at the end", () => {
    const values = [100, "full", 1, 10];
    const colors = settingColors(
      values.map((value, index) => ({ index, values: [value] })),
      [{ path: "batchSize" }],
    );
    expect([colors[2], colors[1]]).toEqual(["#1d3fa6", "#8a6400"]);
    expect(new Set(colors).size).toBe(4);
  });

  it("gives up to 29 settings colours of their own", () => {
    for (const count of [2, 8, 9, 12, 16, 29]) {
      const settings = Array.from({ length: count }, (_, index) => ({ index, values: [index, "mse"] }));
      expect(new Set(settingColors(settings, TWO)).size).toBe(count);
    }
  });
});
