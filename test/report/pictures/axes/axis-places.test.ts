import { describe, expect, it } from "vitest";
import { axisPlaces } from "../../../../src/report/pictures/axes/axis-places.ts";

describe("axisPlaces()", () => {
  it("places by the logarithm when numbers spread tenfold, whatever their order", () => {
    const { places, ...kind } = axisPlaces([10, 0.1, 1]);
    expect(places.map((place) => Number(place.toFixed(9)))).toEqual([1, 0, 0.5]);
    expect(kind).toEqual({ isOrdered: true, isLog: true });
  });

  it("places by value when numbers are close", () => {
    expect(axisPlaces([10, 20, 15]).places).toEqual([0, 1, 0.5]);
  });

  it("places equally far when places would touch, and puts `full` last", () => {
    expect(axisPlaces([1, 1.01, 2]).places).toEqual([0, 0.5, 1]);
    expect(axisPlaces([10, "full", 100])).toEqual({
      places: [0, 1, 0.5],
      isOrdered: true,
      isLog: false,
    });
  });

  it("takes words and lists in written order", () => {
    expect(axisPlaces([[], [30], [15]])).toEqual({
      places: [0, 0.5, 1],
      isOrdered: false,
      isLog: false,
    });
  });
});
