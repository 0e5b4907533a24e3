import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels } from "../../../../src/report/pictures/curves/spread-labels.ts";

describe("spreadLabels()", () => {
  it("leaves labels that are apart where they are, in their order", () => {
    expect(spreadLabels([80, 10, 50], 20, 100)).toEqual([80, 10, 50]);
  });

  it("moves close ones apart by the same distance to either side", () => {
    expect(spreadLabels([50, 50], 20, 100)).toEqual([40, 60]);
  });

  it("keeps every label inside, at least the gap apart", () => {
    const wanted = fc.array(fc.double({ min: 0, max: 340, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(wanted, (wanted) => {
        const places = spreadLabels(wanted, 17, 340).toSorted((a, b) => a - b);
        expect(places[0]).toBeGreaterThanOrEqual(0);
        expect(places.at(-1)).toBeLessThanOrEqual(340);
        places.slice(1).forEach((place, i) => expect(place - places[i]!).toBeGreaterThan(17 - 1e-9));
      }),
      { seed: 1 },
    );
  });
});
