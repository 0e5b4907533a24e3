import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";
import { gridient, type Ended } from "./run-in.ts";

const SPEC = `dataset: moons
architecture: {hidden: [5]}
eta: [0.1, 1, 3]
epochs: 3
replicates: 2
`;

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await sweep(SPEC);
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "results/lr");
  await git("commit", "--quiet", "--message", "before");
  await git("tag", "first");
  await sweep(SPEC.replace("[0.1, 1, 3]", "[1, 3, 5]").replace("replicates: 2", "replicates: 3"));
  await git("commit", "--quiet", "--all", "--message", "after");
  await cp(join(cwd, "results/lr"), join(cwd, "copy"), { recursive: true });
  await sweep(SPEC.replace("architecture", "batchSize: 5\narchitecture"));
});

async function sweep(text: string): Promise<void> {
  await writeFile(join(cwd, "experiments/lr.yaml"), text);
  expect((await gridient(cwd, ["sweep", "experiments/lr.yaml"])).exitCode).toBe(0);
}

async function git(...args: readonly string[]): Promise<void> {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  await execa("git", [...who, ...args], { cwd });
}

async function compare(...args: readonly string[]): Promise<Ended> {
  return gridient(cwd, ["compare", ...args]);
}

/** Returns how many settings are identical, changed, added and removed. */
async function counts(...args: readonly string[]): Promise<number[]> {
  const { exitCode, stdout, stderr } = await compare(...args, "--json");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const data = JSON.parse(stdout) as Record<string, object[]>;
  return ["identical", "changed", "added", "removed"].map((kind) => data[kind]!.length);
}

describe("gridient compare", () => {
  it("says what came out otherwise, as docs/how-to/compare-branches.md shows", async () => {
    const readme = await readFile(new URL("../../docs/how-to/compare-branches.md", import.meta.url), "utf8");
    const shown = /```text\n(results\/before -> [\s\S]*?)\n```/.exec(readme)![1]!;
    const before = SPEC.replace(/eta: [^]*/, "eta: [0.1, 0.3, 1]\nepochs: 20\nreplicates: 3\n").replace(
      "[5]",
      "[8]",
    );
    const optimizer = "optimizer: {name: momentum, momentum: 0.5}\n";
    const after = `${optimizer}${before.replace("[0.1, 0.3, 1]", "[0.3, 1, 3]").replace("replicates: 3", "replicates: 4")}`;
    await writeFile(join(cwd, "experiments/before.yaml"), before);
    await writeFile(join(cwd, "experiments/after.yaml"), after);
    await gridient(cwd, ["sweep", "experiments/before.yaml", "experiments/after.yaml"]);
    expect((await compare("before", "after")).stdout).toBe(shown);
  });

  it("compares a revision with what is on disk, two revisions, and two folders", async () => {
    expect(await counts("first", "lr")).toEqual([0, 3, 0, 0]);
    expect(await counts("first..main", "lr")).toEqual([0, 2, 1, 1]);
    expect(await counts("first..", "results/lr")).toEqual([0, 2, 1, 1]);
    expect(await counts("copy", "lr")).toEqual([0, 2, 1, 1]);
    expect(await counts("copy", "copy")).toEqual([3, 0, 0, 0]);
  });

  it("tells trial by trial what is identical, and what all settings share", async () => {
    const { stdout } = await compare("first..main", "lr");
    expect(stdout).toMatch(/^first:results\/lr -> main:results\/lr\n/);
    expect(stdout).toMatch(/^replicates +2 +3$/m);
    expect(stdout.match(/ 2 of 2$/gm)).toHaveLength(2);
    expect(stdout).toMatch(/^added\neta +test accuracy\n +5 /m);
    expect((await compare("first", "lr")).stdout).toMatch(/^batchSize +10 +5$/m);
  });

  it.each([
    ["trials.csv", /(?<=completed,.*)0\.\d+$/m, "0.123", "trial 0, testAccuracy"],
    ["trials.csv", /,1,completed/, ",2,completed", "trial 0, eta"],
    ["epochs.csv", /0\.\d+$/m, "0.123", "trial 0, epoch 0, testAccuracy"],
    ["summary.json", /"mean": 0\.\d+/, '"mean": 0.123', "line "],
    ["summary.json", /"parameters": \d+/, '"parameters": 3', "line "],
  ])("says where %s was changed: %s", async (file, cell, forged, place) => {
    await cp(join(cwd, "copy"), join(cwd, "forged"), { recursive: true });
    const path = join(cwd, "forged", file);
    const text = await readFile(path, "utf8");
    expect(text.replace(cell, forged)).not.toBe(text);
    await writeFile(path, text.replace(cell, forged));
    const { exitCode, stdout } = await compare("copy", "forged", "--json");
    expect(exitCode).toBe(0);
    const { files } = JSON.parse(stdout) as { files: { file: string; place: string }[] };
    expect(files).toContainEqual(
      expect.objectContaining({ file, place: expect.stringContaining(place) as string }),
    );
    const shown = (await compare("copy", "forged")).stdout;
    expect(shown).toContain("files that disagree about the same trials");
    expect(shown).toContain(place);
    await cp(join(cwd, "copy"), join(cwd, "forged"), { recursive: true });
    expect((await compare("copy", "forged")).stdout).not.toContain("files that disagree");
  });

  it("says where a table contradicts another one of its folder, on whichever side", async () => {
    await cp(join(cwd, "copy"), join(cwd, "forged"), { recursive: true });
    const path = join(cwd, "forged/trials.csv");
    await writeFile(path, (await readFile(path, "utf8")).replace(/(?<=completed,.*)0\.\d+$/m, "0.123"));
    const { files } = JSON.parse((await compare("forged", "forged", "--json")).stdout) as {
      files: { file: string }[];
    };
    expect(new Set(files.map(({ file }) => file))).toEqual(
      new Set(
        ["before", "after"].flatMap((side) => [
          `${side}: epochs.csv and trials.csv`,
          `${side}: trials.csv and summary.json`,
        ]),
      ),
    );
  });

  it("writes Markdown for a pull request", async () => {
    const { stdout } = await compare("first", "lr", "--md");
    expect(stdout).toContain("### first:results/lr → results/lr");
    expect(stdout).toContain("| eta | before | after | difference | identical trials |");
  });

  it.each([
    ["a revision that there is not", ["nope", "lr"], "revision not found: nope"],
    ["an option in the place of a revision", ["--", "--output=x", "lr"], 'begin with "-"'],
    ["one in a range", ["main..-x", "lr"], 'begin with "-"'],
    ["results that there are not", ["main", "nope"], 'No results found: "nope"'],
    [
      "a folder that the revision has not",
      ["main", "copy"],
      "Cannot read results of main:copy: summary.json not found",
    ],
  ])("exits 2 for %s", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await compare(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("says in the help of both what diff and compare compare", async () => {
    expect((await gridient(cwd, ["compare", "--help"])).stdout).toMatch(/use diff for\s+specs/);
    expect((await gridient(cwd, ["diff", "--help"])).stdout).toMatch(/use\s+compare for\s+results/);
  });
});
