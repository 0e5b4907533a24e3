import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutMarkdown } from "../../../src/commands/reviewing/cut-markdown.ts";

const NOTE = "The rest is left out.";
const PARTS = [
  "a paragraph",
  "<details>\n<summary>Part</summary>",
  "</details>",
  "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |",
  "",
];

describe("cutMarkdown", () => {
  it("keeps a text that is short enough as it is", () => {
    expect(cutMarkdown("text\n", 5, NOTE)).toBe("text\n");
  });

  it("never exceeds the limit, cuts no line, leaves no fold open, and ends with the note", () => {
    const texts = fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join("\n\n"));
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 400 }), (text, longest) => {
        const cut = cutMarkdown(text, longest, NOTE);
        expect(cut.length).toBeLessThanOrEqual(longest);
        if (text.length <= longest) return;
        const lines = new Set([...text.split("\n"), NOTE, "</details>"]);
        expect(cut.split("\n").filter((line) => !lines.has(line))).toEqual([]);
        expect(cut.endsWith(`${NOTE}\n`)).toBe(true);
        expect(folds(cut)).toBeLessThanOrEqual(0);
        expect(cut).not.toMatch(/\|\n\| --- \| --- \|\n\n/);
      }),
    );
  });
});

/** Returns how many folds are open at the end. */
function folds(text: string): number {
  return (text.match(/<details>/g)?.length ?? 0) - (text.match(/<\/details>/g)?.length ?? 0);
}
