import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/text/json-text.ts";
import { visibleText } from "../../src/text/visible-text.ts";

describe("jsonText()", () => {
  it("parses to what it was given and holds nothing that cannot be seen, whatever that was", () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom("##[", "\u202e", "\u{e0041}"), fc.string()) });
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const json = jsonText(value);
        expect(JSON.parse(json)).toEqual(value);
        expect(visibleText(json)).toBe(json);
        expect(json).not.toContain("##[");
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("is what JSON.stringify returns where all can be seen", () => {
    const value = { name: 'a "b" \\ é 漢 😀', list: [1, null, true] };
    expect(jsonText(value, 2)).toBe(JSON.stringify(value, null, 2));
  });
});
