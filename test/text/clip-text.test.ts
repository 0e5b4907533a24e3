import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipText } from "../../src/text/clip-text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 30 });

describe("clipText", () => {
  it("leaves a text that is short enough alone", () => {
    expect(clipText("moons", 5)).toBe("moons");
    expect(clipText("", 0)).toBe("");
  });

  it("ends a longer one with the mark, as the last of the characters allowed", () => {
    expect(clipText("spirals", 5)).toBe("spir…");
    expect(clipText("spirals", 6, "...")).toBe("spi...");
    expect(clipText("spirals", 2, "...")).toBe("...");
  });

  it("cuts no character in half, whatever the text", () => {
    expect(clipText("🙂🙂🙂", 3)).toBe("🙂🙂🙂");
    expect(clipText("🙂🙂🙂🙂", 3)).toBe("🙂🙂…");
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, longest) => {
        const characters = Array.from(clipText(text, longest));
        const all = Array.from(text);
        const kept = all.length > longest ? [...all.slice(0, longest - 1), "…"] : all;
        expect(characters).toEqual(kept);
      }),
    );
  });
});
