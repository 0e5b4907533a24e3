import { describe, expect, it } from "vitest";
import { escapeMarkdown, markdownTable, withoutMentions } from "../../src/report/markdown.ts";

describe("escapeMarkdown()", () => {
  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["&amp;", "&amp;amp;"],
    ["a | b", String.raw`a \| b`],
    ["`x` *y* _z_ ~s~ $f$", String.raw`\`x\` \*y\* \_z\_ \~s\~ \$f\$`],
    ["[a](http://b) [a]: c", String.raw`[a\](http://b) [a\]: c`],
    [String.raw`\*`, String.raw`\\\*`],
    ["# title\n\n# second", String.raw`\# title # second`],
    ["- item", String.raw`\- item`],
    ["1. item", String.raw`1\. item`],
    ["=1+1", String.raw`\=1+1`],
    ["---", String.raw`\---`],
  ])("keeps %j from being markup", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each(["0.3", "-1", "[30,30]", "eta = 0.3, hidden = [8]", "1.5 to 2"])("leaves %j as it is", (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });
});

describe("markdownTable()", () => {
  it("aligns the columns whose heading ends in a colon to the right", () => {
    const table = markdownTable(["eta:", "status"], [["0.3", "best"]]);
    expect(table).toBe("| eta | status |\n| ---: | --- |\n| 0.3 | best |");
  });
});

describe("withoutMentions()", () => {
  it.each([
    ["@someone", "@&#8203;someone"],
    ["a#12 GH-13 !14", "a#&#8203;12 GH-&#8203;13 !&#8203;14"],
    ["&amp;15 &#123; # heading", "&amp;&#8203;15 &#123; # heading"],
    ["https://example.org www.example.org", "https:&#8203;//example.org www&#8203;.example.org"],
  ])("turns %j into text that mentions nothing", (text, expected) => {
    expect(withoutMentions(text)).toBe(expected);
  });
});
