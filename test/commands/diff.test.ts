import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { RULED_SPEC } from "../spec/valid-spec.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient, type Ended } from "./run-in.ts";

const BASE = "dataset: moons\narchitecture: {hidden: [3]}\nloss: quadratic\n";
const BEFORE = `extends: bases/moons.yaml
eta: [0.1, 1]
batchSize: [4, full]
epochs: 3
replicates: 2
`;
const AFTER = BEFORE.replace("[0.1, 1]", "[0.1, 3]").replace("replicates: 2", "replicates: 3");

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments/bases"), { recursive: true });
  await write({ "experiments/bases/moons.yaml": BASE, "experiments/lr.yaml": BEFORE });
  await write({ "experiments/gone.yaml": BEFORE, "experiments/wrong.yaml": "eta: [0.1, x]\n" });
  await git("init", "--quiet", "--initial-branch=main");
  await commit("before");
  await git("checkout", "--quiet", "-b", "topic");
  await write({ "experiments/bases/moons.yaml": BASE.replace("[3]", "[5]") });
  await commit("another base");
  await write({ "experiments/bases/moons.yaml": BASE, "experiments/lr.yaml": AFTER });
  await write({ "experiments/new.yaml": AFTER, "before.yaml": BEFORE.replace("bases", "experiments/bases") });
  await rm(join(cwd, "experiments/gone.yaml"));
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
}

async function git(...args: readonly string[]): Promise<void> {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  await execa("git", [...who, ...args], { cwd });
}

async function commit(message: string): Promise<void> {
  await git("add", "--all");
  await git("commit", "--quiet", "--message", message);
}

/** Runs diff; the cache folder keeps what it measures of this machine out of the user's. */
async function diff(...args: readonly string[]): Promise<Ended> {
  return gridient(cwd, ["diff", ...args], { XDG_CACHE_HOME: cwd });
}

/** Returns how many trials are added, removed and unchanged. */
async function counts(...args: readonly string[]): Promise<number[]> {
  const { exitCode, stdout, stderr } = await diff(...args, "--json");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const { costs } = JSON.parse(stdout) as { costs: Record<string, { trials: number }> };
  return ["added", "removed", "unchanged"].map((kind) => costs[kind]!.trials);
}

describe("gridient diff", () => {
  it("lists the trials that the file on disk adds and removes, as docs/how-to/compare-branches.md shows", async () => {
    const readme = await readFile(new URL("../../docs/how-to/compare-branches.md", import.meta.url), "utf8");
    const shown = /```text\n(main:experiments[\s\S]*?)\n```/.exec(readme)![1]!;
    const { exitCode, stdout } = await diff("main", "experiments/lr.yaml");
    expect(exitCode).toBe(0);
    const withoutTimes = (text: string) => text.replaceAll(/ +(time|less than 1 s|\d+ s)$/gm, "");
    expect(withoutTimes(stdout)).toBe(withoutTimes(shown));
  });

  it("reads the files that a spec extends at the same revision", async () => {
    expect(await counts("topic", "experiments/lr.yaml")).toEqual([12, 8, 0]);
    const { stdout } = await diff("topic", "experiments/lr.yaml");
    expect(stdout).toMatch(/architecture.hidden +\[5\] +\[3\]/);
  });

  it("compares two revisions, an empty one being HEAD", async () => {
    expect(await counts("main..topic", "experiments/lr.yaml")).toEqual([8, 8, 0]);
    expect(await counts("topic..", "experiments/lr.yaml")).toEqual([0, 0, 8]);
  });

  it("compares two files by ids: order, comments and names do not count", async () => {
    await write({
      "same.yaml": `# the same\n${BEFORE.split("\n").toReversed().join("\n")}`.replace(
        "bases",
        "experiments/bases",
      ),
    });
    expect(await counts("before.yaml", "same.yaml")).toEqual([0, 0, 8]);
    expect(await counts("before.yaml", "experiments/lr.yaml")).toEqual([8, 4, 4]);
  });

  it("is the other way round when the files are", async () => {
    await write({
      "ruled.yaml": RULED_SPEC,
      "fewer.yaml": RULED_SPEC.replace("eta: [0.1, 1]", "eta: [0.1, 0.6]"),
    });
    const [added, removed, unchanged] = await counts("ruled.yaml", "fewer.yaml");
    expect(added! * removed! * unchanged!).toBeGreaterThan(0);
    expect(await counts("fewer.yaml", "ruled.yaml")).toEqual([removed, added, unchanged]);
    expect(await counts("ruled.yaml", "ruled.yaml")).toEqual([0, 0, removed! + unchanged!]);
  });

  it("counts a file that a revision does not have, or that is gone since, as empty", async () => {
    expect(await counts("main", "experiments/new.yaml")).toEqual([12, 0, 0]);
    expect(await counts("main", "experiments/gone.yaml")).toEqual([0, 8, 0]);
  });

  it("finds the repository from below", async () => {
    const args = ["diff", "main", "lr.yaml"];
    const { stdout } = await gridient(join(cwd, "experiments"), args, { XDG_CACHE_HOME: cwd });
    expect(stdout).toMatch(/^added +8 /m);
  });

  it("shows the first 20 configurations of long lists and counts the others", async () => {
    await write({
      "long.yaml": AFTER.replace("bases", "experiments/bases").replace(
        "epochs: 3",
        "epochs: {range: {from: 1, to: 30, step: 1}}",
      ),
    });
    const { stdout } = await diff("before.yaml", "long.yaml");
    expect(stdout).toContain("... and 100 more");
    expect(stdout.split("\n").length).toBeLessThan(60);
  });

  it("writes Markdown in which no text of a spec is markup", async () => {
    await write({ "ex*per*iment.yaml": AFTER.replace("bases", "experiments/bases") });
    const { stdout } = await diff("before.yaml", "ex*per*iment.yaml", "--markdown");
    expect(stdout).toContain(String.raw`### before.yaml → ex\*per\*iment.yaml`);
    expect(stdout).toContain("| eta | batchSize | replicates |");
    expect(stdout).toContain("| 3 | full | 0-2 |");
  });

  it.each([
    ["a revision that there is not", ["nope", "experiments/lr.yaml"], 'Revision not found: "nope"'],
    ["a file that neither side has", ["main", "none.yaml"], "File not found at main: none.yaml"],
    ["a file that there is not beside another", ["before.yaml", "none.yaml"], "none.yaml:1:1: error"],
    ["a folder", ["main", "experiments"], "must be a regular file (got a folder)"],
    ["an option in the place of a revision", ["--", "--output=x", "experiments/lr.yaml"], 'begin with "-"'],
    ["one in a range", ["main..-x", "experiments/lr.yaml"], 'begin with "-"'],
  ])("exits 2 for %s", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await diff(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("tells the problems of a spec with the revision that has them", async () => {
    const { exitCode, stderr } = await diff("main", "experiments/wrong.yaml");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^main:experiments\/wrong.yaml:1:12: error:/m);
    expect(stderr).toMatch(/^experiments\/wrong.yaml:1:12: error:/m);
  });
});
