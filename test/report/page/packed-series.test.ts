import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSeries, unpackSeries } from "../../../src/report/page/packed-series.ts";

describe("unpackSeries()", () => {
  it("returns what was packed, to the last bit", () => {
    const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(value), { noNullPrototype: true }), (series) => {
        expect(unpackSeries(packSeries(series))).toStrictEqual(series);
      }),
      { seed: 1 },
    );
  });
});
