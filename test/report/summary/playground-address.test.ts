import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { linkedSpec } from "../../../src/report/playground-link.ts";
import { PLAYGROUND, playgroundAddress } from "../../../src/report/summary/playground-address.ts";
import { summaryMarkdown } from "../../../src/report/summary/summary-markdown.ts";
import { reportPictures } from "../../../src/report/pictures/report-pictures.ts";
import { type ExperimentParts, experimentOf, resultsOf } from "../../results/fixture.ts";

const TEXT = "dataset: xor\narchitecture: {hidden: [2]}\neta: [1, 3]\nepochs: 5\n";
const FILE = "experiments/own.yaml";

function addressOf(changes: ExperimentParts): string | undefined {
  return playgroundAddress(
    resultsOf(experimentOf({ file: FILE, text: TEXT, ...changes }), () => ({ accuracies: [0.5] })),
  );
}

describe("playgroundAddress()", () => {
  it("opens the experiment on the site of the repository", () => {
    const { homepage } = JSON.parse(readFileSync("package.json", "utf8"));
    const [, owner, name] = new URL(homepage).pathname.split("/");
    expect(PLAYGROUND).toBe(`https://${owner}.github.io/${name}/playground/`);
    const address = addressOf({});
    expect(address).toMatch(`${PLAYGROUND}#`);
    const { file, text } = linkedSpec(new URL(address!).hash)!;
    expect(file).toBe(FILE);
    expect(text).toBe("dataset: xor\narchitecture:\n  hidden: [2]\neta: [1, 3]\nepochs: 5\n");
  });

  it.each<[string, ExperimentParts]>([
    ["was changed by arguments", { set: ["eta=2"] }],
    ["extends other files", { text: `extends: ./_base.yaml\n${TEXT}` }],
  ])("is undefined where the experiment %s", (_, changes) => {
    expect(addressOf(changes)).toBeUndefined();
  });

  it.each([
    ["line breaks and a byte order mark", `\u{FEFF}${TEXT.replaceAll("\n", "\r\n")}`],
    ["a comment", `# Why\n${TEXT}`],
    ["an anchor", TEXT.replace("[1, 3]", "&etas [1, 3]")],
    ["another layout", TEXT.replace("{hidden: [2]}", "\n  hidden:\n    - 2")],
  ])("does not change with %s", (_, text) => {
    expect(addressOf({ text })).toBe(addressOf({}));
  });

  it("is undefined where the experiment was not read from text", () => {
    expect(playgroundAddress(resultsOf(experimentOf(), () => ({ accuracies: [0.5] })))).toBeUndefined();
  });

  it("is undefined where it would be long", () => {
    const notes = Array.from({ length: 500 }, (_, i) => i ** 5).join(" ");
    expect(addressOf({ text: `${TEXT}notes: ${notes}\n` })).toBeUndefined();
  });

  it("is the last line of summary.md, below the command", () => {
    const results = resultsOf(experimentOf({ file: FILE, text: TEXT }), () => ({ accuracies: [0.5] }));
    const summary = summaryMarkdown(results, reportPictures(results));
    expect(summary).toContain("[open it in the playground][playground]");
    expect(summary.trimEnd().split("\n").at(-1)).toBe(`[playground]: ${playgroundAddress(results)}`);
  });
});
