import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packText, unpackText } from "../../../src/report/page/packed-text.ts";

describe("unpackText()", () => {
  it("returns the text that was packed", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 2000 });
    fc.assert(
      fc.property(text, fc.nat(20), (piece, times) => {
        expect(unpackText(packText(piece.repeat(times)))).toBe(piece.repeat(times));
      }),
      { seed: 1 },
    );
  });
});

describe("packText()", () => {
  it("returns the same bytes on every machine", () => {
    const text = Array.from({ length: 20_000 }, (_, i) => String((i * i) % 977)).join(" ");
    expect(createHash("sha256").update(packText(text)).digest("hex")).toBe(
      "fa69907ab7190bf505a2566c9c072568e6b791b36ec9112590cf443446e21af5",
    );
  });
});
