import { expect, it } from "vitest";
import { readSeries, storedSeries } from "../../src/store/stored-series.ts";

const SERIES = { testLoss: [1, 0.5], testRocAuc: [0.5, 0.75], trainRocAuc: [0.5, null] };

it("readSeries() returns what storedSeries() was given", () => {
  expect(Object.keys(storedSeries(SERIES))).toEqual(["testLoss", "testRocAucV2", "trainRocAucV2"]);
  expect(readSeries(storedSeries(SERIES))).toEqual(SERIES);
});

it("readSeries() leaves out values by an older definition, so that they count as missing", () => {
  expect(readSeries(SERIES)).toEqual({ testLoss: [1, 0.5] });
});
