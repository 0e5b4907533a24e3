import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const PLAIN = "dataset: xor\narchitecture: {hidden: [2]}\neta: [1, 3]\nepochs: 3\n";
const ABOUT =
  "tags: [quick, 'a <b> tag']\nnotes: |\n  eta 3 is *large*,\n  but works.\n\n  Next: a schedule.\n";
const PARAGRAPHS = ["eta 3 is *large*, but works.", "Next: a schedule."];

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/plain.yaml"), PLAIN);
  await writeFile(join(cwd, "experiments/noted.yaml"), `${ABOUT}${PLAIN}`);
  await run("sweep", "experiments/plain.yaml", "experiments/noted.yaml");
});

async function run(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await gridient(cwd, args);
  expect({ args, exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return stdout;
}

function result(name: string, file: string): Promise<string> {
  return readFile(join(cwd, "results", name, file), "utf8");
}

describe("tags and notes", () => {
  it("change no trial, and appear nowhere without being written", async () => {
    for (const table of ["trials.csv", "epochs.csv"])
      expect(await result("noted", table)).toBe(await result("plain", table));
    for (const file of ["summary.md", "summary.json"])
      expect(await result("plain", file)).not.toMatch(/\btags\b|\bnotes\b/i);
  });

  it("appear in the summary as text", async () => {
    const markdown = await result("noted", "summary.md");
    expect(markdown).toContain("\nTags: quick, a &lt;b&gt; tag\n");
    expect(markdown).toContain("\n## Notes\n\neta 3 is \\*large\\*, but works.\n\nNext: a schedule.\n");
    const summary = JSON.parse(await result("noted", "summary.json")) as object;
    expect(summary).toMatchObject({
      tags: ["quick", "a <b> tag"],
      notes: "eta 3 is *large*,\nbut works.\n\nNext: a schedule.\n",
    });
  });

  it("appear on the page", async () => {
    const html = await result("noted", "report.html");
    const data = /"tags":\[[^\]]*\],"notes":\[[^\]]*\]/.exec(html)?.[0] ?? "";
    expect(JSON.parse(`{${data.replaceAll(String.raw`\u003c`, "<")}}`)).toEqual({
      tags: ["quick", "a <b> tag"],
      notes: PARAGRAPHS,
    });
  });

  it("appear in what show and plan print, for people and as JSON", async () => {
    for (const command of [
      ["show", "noted"],
      ["plan", "experiments/noted.yaml"],
    ]) {
      const text = await run(...command);
      expect(text).toContain("tags: quick, a <b> tag");
      for (const paragraph of PARAGRAPHS) expect(text).toContain(`note: ${paragraph}`);
      expect(JSON.parse(await run(...command, "--json"))).toMatchObject({ tags: ["quick", "a <b> tag"] });
    }
  });

  it("appear in exports to tools that have a place for them", async () => {
    const path = (await run("export", "noted", "--to", "mlflow")).replace("mlflow: ", "");
    const tag = (name: string) => readFile(join(cwd, path, "tags", name), "utf8");
    expect(await tag("mlflow.note.content")).toBe(PARAGRAPHS.join("\n\n"));
    expect(await tag("gridient.tags")).toBe("quick, a <b> tag");
  });

  it.each([
    [
      "tags: word",
      "tags must be a list without repetition, each item text of 1 to 40 characters",
      "Write [word]",
    ],
    ["tags: ['a,b']", "tags must be text of 1 to 40 characters without commas", ""],
    ["tags: [a, a]", "tags must be a list without repetition", ""],
    [`tags: [${"x".repeat(41)}]`, "tags must be text of 1 to 40 characters", ""],
    ['tags: ["a\\nb"]', "control characters", ""],
    ['notes: "a\\u001bb"', "notes must be text of at most 5000 characters without control characters", ""],
    [`notes: ${"x".repeat(5001)}`, "notes must be text of at most 5000 characters", ""],
    ["labels: [a]", 'Unknown key "labels"', "Write tags"],
    ["comments: a", 'Unknown key "comments"', "Write notes"],
  ])("are refused if they do not fit: %s", async (line, message, hint) => {
    await writeFile(join(cwd, "bad.yaml"), `${PLAIN}${line}\n`);
    const { exitCode, stderr } = await gridient(cwd, ["validate", "bad.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});
