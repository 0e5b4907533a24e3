import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makePageData } from "../../../src/report/page/make-page-data.ts";
import { pageHtml } from "../../../src/report/page/page-html.ts";
import { mixedResults } from "../../results/mixed-results.ts";

const assets = { script: "alert(1)", style: "p{}", trainer: "</script>" };

describe("pageHtml()", () => {
  const html = pageHtml(makePageData(mixedResults()), assets);

  it("allows its own script and style by their digests, and no request", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    const digest = createHash("sha256").update("alert(1)").digest("base64");
    expect(policy).toContain(`script-src 'sha256-${digest}' 'wasm-unsafe-eval';`);
    expect(policy).toContain("default-src 'none'; ");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/'unsafe-(eval|inline)'/);
  });

  it("holds text as data that ends no element", () => {
    expect(html.match(/<\/?script/g)).toHaveLength(6);
    expect(html).toContain(String.raw`\u003cscript>alert(1)\u003c/script>`);
  });

  it("has the file of the experiment, every character of it visible", () => {
    const results = mixedResults();
    const experiment = { ...results.experiment, text: "\u{FEFF}eta: 1 # a\u202Eb\r\n\tx\n\n" };
    const { spec } = makePageData({ ...results, experiment });
    expect(spec).toEqual({ file: "mixed.yaml", lines: ["eta: 1 # a\u{FFFD}b", " x"], set: [] });
  });

  it("has the same bytes twice, and no path of the machine", () => {
    expect(pageHtml(makePageData(mixedResults()), assets)).toBe(html);
    expect(html).not.toContain("/home/");
  });
});
