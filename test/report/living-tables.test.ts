import { describe, expect, it } from "vitest";
import { fillTables } from "../../src/report/living-tables.ts";

const SUMMARY = `# lr

## Leaderboard

By accuracy.

| eta | accuracy |
| --: | -------: |
| 3 | 95 % |

## Effect of eta

| eta |
| --: |
| 3 |

## How to reproduce

Run it.
`;

const read = (folder: string): string | undefined => (folder === "results/lr" ? SUMMARY : undefined);
const block = (content: string, table = "leaderboard", folder = "results/lr"): string =>
  `# Paper\n\n<!-- gridient:table ${folder} ${table} -->\n${content}<!-- /gridient -->\n\nText.\n`;

describe("fillTables()", () => {
  it("puts the named table between the marks, and nothing else", () => {
    const filled = fillTables(block("stale\n"), "paper.md", read);
    expect(filled).toEqual({
      text: block("\n| eta | accuracy |\n| --: | -------: |\n| 3 | 95 % |\n\n"),
      problems: [],
    });
  });
  it("changes nothing the second time", () => {
    const { text } = fillTables(block(""), "paper.md", read);
    expect(fillTables(text, "paper.md", read).text).toBe(text);
  });
  it("finds tables of any heading, in any case", () => {
    expect(fillTables(block("", "Effect of eta"), "paper.md", read).text).toContain(
      "| eta |\n| --: |\n| 3 |",
    );
  });
  it.each([
    [
      "a folder without results",
      block("", "leaderboard", "results/none"),
      "results/none",
      "Run the experiment",
    ],
    [
      "a table that is not there",
      block("", "effect of loss"),
      "effect of loss",
      "leaderboard, effect of eta",
    ],
    [
      "a block without an end",
      "\n\n<!-- gridient:table results/lr leaderboard -->\n",
      "This block has no end: <!-- /gridient --> not found",
      "<!-- /gridient -->",
    ],
  ])("leaves %s as it is and says so at its line", (_, text, message, hint) => {
    const filled = fillTables(text, "paper.md", read);
    expect(filled.text).toBe(text);
    expect(filled.problems).toMatchObject([{ file: "paper.md", line: 3, column: 1 }]);
    expect(filled.problems[0]!.message).toContain(message);
    expect(filled.problems[0]!.hint).toContain(hint);
  });
  it("does not touch marks inside text", () => {
    const text = "Write `<!-- gridient:table results/lr leaderboard -->` to get a table.\n";
    expect(fillTables(text, "paper.md", read)).toEqual({ text, problems: [] });
  });
});
