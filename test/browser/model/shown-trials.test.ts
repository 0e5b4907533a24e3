import { describe, expect, it } from "vitest";
import { shownTrials } from "../../../src/browser/model/shown-trials.ts";
import { makePageData } from "../../../src/report/page/make-page-data.ts";
import { packPage, unpackPage } from "../../../src/report/page/packed-series.ts";
import { mixedResults } from "../../results/mixed-results.ts";

const DATA = makePageData(mixedResults());

/** Returns the numbers of the trials that a search finds. */
function found(data: typeof DATA, query: string): number[] {
  return shownTrials(data, [], { brushes: {}, query }).map(({ index }) => index);
}

describe("shownTrials()", () => {
  const id = (index: number): string => index.toString(16).padStart(8, "0").repeat(8);
  const trials = Array.from({ length: 20_001 }, (_, index) => ({
    ...DATA.trials[0]!,
    index,
    id: id(index),
  }));
  const large = unpackPage(packPage({ ...DATA, trials }));

  it("finds a trial by its whole id, and by any part of it that is long enough, where ids are shortened", () => {
    expect(large.trials[0]!.id).toHaveLength(12);
    for (const length of [64, 40, 13, 12])
      expect(found(large, id(12_345).slice(0, length))).toEqual([12_345]);
    expect(found(large, ` ${id(20_000).toUpperCase()} `)).toEqual([20_000]);
    expect(found(large, "f".repeat(64))).toEqual([]);
  });

  it("finds by every word of the search, whole ids among them", () => {
    const { setting } = DATA.configurations[DATA.trials[0]!.configuration]!;
    expect(found(large, `${setting} ${id(7)}`)).toEqual([7]);
    expect(found(large, `${setting} nothing ${id(7)}`)).toEqual([]);
    expect(found(DATA, DATA.trials[1]!.id)).toContain(1);
  });
});
