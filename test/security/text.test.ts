import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { reportFiles } from "../../src/report/report-files.ts";
import { escapeMarkdown, markdownTable } from "../../src/report/markdown.ts";
import { shellWord } from "../../src/text/shell-word.ts";
import { toCsv } from "../../src/results/tables/csv.ts";
import { mixedResults } from "../results/mixed-results.ts";
import {
  expectHarmlessCsv,
  expectHarmlessMarkdown,
  expectHarmlessSvg,
  expectVisible,
} from "./expect-harmless.ts";
import { EVERY_HOSTILE_STRING, HOSTILE_STRINGS } from "./hostile-strings.ts";

describe("every hostile string", () => {
  it("is text in a Markdown table, a heading, a list and a paragraph", () => {
    const texts = EVERY_HOSTILE_STRING.map(escapeMarkdown);
    expectHarmlessMarkdown(
      markdownTable(
        ["text", "number:"],
        texts.map((text) => [text, "1"]),
      ),
    );
    for (const text of texts) {
      expectHarmlessMarkdown(`# ${text}\n\n- ${text}\n\n**Best: ${text}**\n\n${text}\n`);
      expect(text).not.toMatch(/\n|\{\{|\{%|(?<!\\)[$|`*]/);
    }
  });

  it("is no formula at any place of a row", () => {
    const csv = toCsv(EVERY_HOSTILE_STRING.map((text) => [text, 1, text]));
    expectHarmlessCsv(csv);
    expect(csv.trimEnd().split("\n")).toHaveLength(EVERY_HOSTILE_STRING.length);
  });

  it("is one word for a shell, and visible", async () => {
    const words = EVERY_HOSTILE_STRING.map(shellWord);
    words.forEach(expectVisible);
    const { stdout } = await execa("bash", ["-c", `printf '%s\\0' ${words.join(" ")}`]);
    expect(stdout.split("\0").slice(0, -1)).toEqual(EVERY_HOSTILE_STRING);
  });

  it.each(Object.keys(HOSTILE_STRINGS))("is text in every picture: %s", async (kind) => {
    const results = mixedResults();
    const experiment = { ...results.experiment, name: HOSTILE_STRINGS[kind]!.join(" ") };
    const [, ...pictures] = reportFiles({ ...results, experiment });
    expect(pictures.length).toBeGreaterThan(3);
    for (const { content } of pictures) expectHarmlessSvg(content);
  });
});
