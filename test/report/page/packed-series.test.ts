import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePageData } from "../../../src/report/page/make-page-data.ts";
import {
  packPage,
  packSeries,
  unpackPage,
  unpackSeries,
  type PackedPage,
} from "../../../src/report/page/packed-series.ts";
import { mixedResults } from "../../results/mixed-results.ts";

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

describe("unpackPage()", () => {
  const data = makePageData(mixedResults());
  const throughJson = (packed: PackedPage): PackedPage => JSON.parse(JSON.stringify(packed)) as PackedPage;

  it("returns what was packed", () => {
    expect(unpackPage(throughJson(packPage(data)))).toEqual(JSON.parse(JSON.stringify(data)));
  });

  it("shortens the ids of more than 20,000 trials, and says so", () => {
    const trials = Array.from({ length: 20_001 }, (_, index) => ({ ...data.trials[0]!, index }));
    const large = unpackPage(packPage({ ...data, trials }));
    expect(large.trials.every(({ id }) => id === data.trials[0]!.id.slice(0, 12))).toBe(true);
    expect(large.warnings.at(-1)).toContain("first 12 characters");
    const small = unpackPage(packPage({ ...data, trials: trials.slice(1) }));
    expect(small.trials[0]!.id).toBe(data.trials[0]!.id);
    expect(small.warnings).toEqual(data.warnings);
  });
});
