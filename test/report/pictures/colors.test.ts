import { describe, expect, it } from "vitest";
import {
  CELL_COLORS,
  DARK,
  DISTINCT,
  FAINT_INK,
  INK,
  PAPER,
  cellColor,
  sequenceColor,
} from "../../../src/report/pictures/colors.ts";

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

describe("the colours of pictures", () => {
  const sequence = Array.from({ length: 57 }, (_, i) => sequenceColor(i / 56));

  it("have a twin for the dark", () => {
    const fills = CELL_COLORS.flatMap(({ fill, ink }) => [fill, ink]);
    for (const color of [...DISTINCT, ...sequence, ...fills]) expect(DARK.has(color)).toBe(true);
  });

  it("are legible as texts, in the light and in the dark (WCAG AA)", () => {
    for (const color of [INK, FAINT_INK, ...DISTINCT, ...sequence]) {
      expect(contrast(color, PAPER)).toBeGreaterThan(4.5);
      expect(contrast(DARK.get(color)!, DARK.get(PAPER)!)).toBeGreaterThan(4.5);
    }
    for (const { fill, ink } of CELL_COLORS) {
      expect(contrast(ink, fill)).toBeGreaterThan(4.5);
      expect(contrast(DARK.get(ink)!, DARK.get(fill)!)).toBeGreaterThan(4.5);
    }
  });

  it("of cells stand out from the paper the more, the better they are, in the light and in the dark", () => {
    const fills = Array.from({ length: 10 }, (_, i) => cellColor(i / 9).fill);
    const [light, dark] = [
      fills.map((fill) => contrast(fill, PAPER)),
      fills.map((fill) => contrast(DARK.get(fill)!, DARK.get(PAPER)!)),
    ];
    expect(light).toEqual(light.toSorted((a, b) => a - b));
    expect(dark).toEqual(dark.toSorted((a, b) => a - b));
  });
});
