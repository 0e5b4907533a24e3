import { describe, expect, it } from "vitest";
import { tidySvg } from "../../../src/report/pictures/tidy-svg.ts";

describe("tidySvg()", () => {
  it("rounds every number of the markup, so that last bits cannot show", () => {
    const at = (number: string): string =>
      `<svg width="10"><path d="M0,${number}L${number},4" r="${number}"/></svg>`;
    const variants = ["12.340000000000002", "12.339999999999998", "12.34"].map((number) =>
      tidySvg(at(number), ""),
    );
    expect(new Set(variants).size).toBe(1);
    expect(variants[0]).toContain('d="M0,12.34L12.34,4" r="12.34"');
    expect(tidySvg(at("-3e-15"), "")).toContain('d="M0,0L0,4"');
  });

  it("leaves texts and colours alone", () => {
    const svg = '<svg><text fill="#1e3a5f">eta = 0.00123, 1e-7</text></svg>';
    expect(tidySvg(svg, "")).toContain('<text fill="#1e3a5f">eta = 0.00123, 1e-7</text>');
  });

  it("gives the picture a title that stays text", () => {
    expect(tidySvg("<svg></svg>", "<b> & $&")).toBe(
      '<svg role="img"><title>&lt;b&gt; &amp; $&amp;</title></svg>\n',
    );
  });
});
