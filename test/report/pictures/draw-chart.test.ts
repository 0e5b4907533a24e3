import { describe, expect, it } from "vitest";
import type { Mark } from "../../../src/report/pictures/chart.ts";
import { drawChart } from "../../../src/report/pictures/draw-chart.ts";
import { textLines, textWidth } from "../../../src/report/pictures/text-width.ts";

function draw(marks: readonly Mark[]): string {
  return drawChart({ title: "T", subtitle: "", size: { width: 500, height: 100 }, marks });
}

describe("drawChart()", () => {
  it("makes room for texts on every side", () => {
    const bare = draw([]);
    const sizeOf = (svg: string): number[] => /width="(\d+)" height="(\d+)"/.exec(svg)!.slice(1).map(Number);
    const text = "a long name of a setting";
    const [width, height] = sizeOf(bare) as [number, number];
    const beside = sizeOf(draw([{ mark: "text", x: 500, y: 50, text }]));
    expect(beside).toEqual([width + Math.ceil(textWidth(text)), height]);
    const around = sizeOf(draw([{ mark: "text", x: -10, y: -40, text, anchor: "end" }]));
    expect(around).toEqual([width + Math.ceil(10 + textWidth(text)), height + 48]);
  });

  it("draws groups in their places, and clips what leaves the area", () => {
    const places = [
      { x: 0, y: 0 },
      { x: 900, y: 900 },
    ];
    const line: Mark = { mark: "line", places, color: "#000000", width: 1, isClipped: true };
    const svg = draw([{ mark: "group", x: 7, y: 9, size: { width: 40, height: 30 }, marks: [line] }]);
    expect(svg).toContain('<g transform="translate(7,9)"><svg width="40" height="30"><path d="M0,0L900,900"');
  });

  it("keeps texts as texts", () => {
    expect(draw([{ mark: "text", x: 0, y: 0, text: "<b>&" }])).toContain(">&lt;b&gt;&amp;</text>");
  });
});

describe("textLines()", () => {
  it("breaks between words where a line would be too wide", () => {
    expect(textLines("one two three", textWidth("one two "))).toEqual(["one two", "three"]);
    expect(textLines("one two three", 1)).toEqual(["one", "two", "three"]);
    expect(textLines("", 10)).toEqual([""]);
  });
});
