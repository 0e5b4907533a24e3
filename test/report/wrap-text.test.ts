import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapText } from "../../src/terminal/fit-table.ts";

describe("wrapText()", () => {
  it("breaks between words and indents what follows", () => {
    expect(wrapText("one two three four", 9, "  ")).toBe("one two\n  three\n  four");
  });
  it("loses no word, and no line is longer than the width unless a single word is", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 60 }), (list, width) => {
        const lines = wrapText(list.join(" "), width, "  ").split("\n");
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.map((line) => line.trim()).join(" ")).toBe(list.join(" "));
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
