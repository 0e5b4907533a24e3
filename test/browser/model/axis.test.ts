import { describe, expect, it } from "vitest";
import { axesOf } from "../../../src/browser/model/axis.ts";
import { shownTrials } from "../../../src/browser/model/shown-trials.ts";
import { makePageData } from "../../../src/report/page/make-page-data.ts";
import { gridResults } from "../grid-results.ts";

const data = makePageData(gridResults());
const axes = axesOf(data);

describe("axesOf()", () => {
  it("has an axis for each column, then the objective", () => {
    expect(axes.map(({ label }) => label)).toEqual(["eta", "activation", "validation accuracy"]);
  });

  it("is logarithmic where values spread far, and names each of them", () => {
    expect(axes[0]!.ticks.map(({ text }) => text)).toEqual(["0.03", "0.3", "3", "30"]);
    const places = axes[0]!.ticks.map(({ place }) => place);
    [0, 1 / 3, 2 / 3, 1].forEach((place, i) => expect(places[i]).toBeCloseTo(place, 9));
    expect(axes[0]!.textAt(0.5)).toBe("0.9487");
  });

  it("keeps a place below all values for trials that have none", () => {
    const objective = axes.at(-1)!;
    expect(objective.ticks[0]).toEqual({ place: 0, text: "none" });
    expect(objective.placeOf(data.trials[22]!)).toBe(0);
    expect(objective.textAt(0.01)).toBe("none");
    expect(Math.min(...objective.ticks.slice(1).map(({ place }) => place))).toBeGreaterThan(0.1);
  });
});

describe("shownTrials()", () => {
  it("keeps what lies in every brush and holds every word", () => {
    const indices = (brushes: Record<string, readonly [number, number]>, query: string): number[] =>
      shownTrials(data, axes, { brushes, query }).map(({ index }) => index);
    expect(indices({}, "")).toHaveLength(24);
    expect(indices({ eta: [0, 0.1] }, "TANH")).toEqual([2, 3]);
    expect(indices({ objective: [0, 0.05] }, "")).toEqual([22, 23]);
    expect(indices({}, "diverged relu")).toEqual([22, 23]);
    expect(indices({ nothing: [0, 0] }, "c3r1")).toEqual([7]);
  });
});
