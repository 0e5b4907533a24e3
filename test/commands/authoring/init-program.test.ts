import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { gridient, gridientProcess } from "../run-in.ts";

const HAS_PYTHON = spawnSync("python3", ["--version"]).status === 0;
const TYPESCRIPT =
  "typescript" in process.features && process.features.typescript !== false ? ["typescript"] : [];

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await execa("git", ["init", "--quiet"], { cwd });
});

function read(path: string): Promise<string> {
  return readFile(join(cwd, path), "utf8");
}

describe("gridient init --program", () => {
  it("sets up a project whose program runs at once, with the consent that it names, and then changes nothing", async () => {
    const { exitCode, stdout } = await gridient(cwd, ["init", "--program"]);
    expect(exitCode).toBe(0);
    for (const file of ["package.json", "experiments/program.yaml", "experiments/train.mjs"])
      expect(stdout).toContain(`${file}: written`);
    expect(stdout).toContain('may now run programs: package.json has "gridient": {"allowPrograms": true}');
    expect(JSON.parse(await read("package.json"))).toMatchObject({ gridient: { allowPrograms: true } });
    expect(await gridient(cwd, ["format", "--check"])).toMatchObject({ exitCode: 0 });
    expect(await gridientProcess(cwd, ["sweep", "--quiet"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect((await read("results/program/trials.csv")).split("\n")).toHaveLength(11);
    const before = await digestsBelow(cwd);
    for (const folder of [".", "experiments"])
      expect(await gridient(join(cwd, folder), ["init", "--program"])).toEqual({
        exitCode: 0,
        stdout: "Nothing to do: this project is set up",
        stderr: "",
      });
    expect(await digestsBelow(cwd)).toEqual(before);
  });

  it("adds a program to a project that is set up, and leaves an answer of its user alone", async () => {
    await gridient(cwd, ["init", "--dataset", "xor"]);
    const manifest = {
      ...(JSON.parse(await read("package.json")) as object),
      gridient: { allowPrograms: false },
    };
    await writeFile(join(cwd, "package.json"), JSON.stringify(manifest));
    const { stdout } = await gridient(cwd, ["init", "--program"]);
    expect(stdout).toMatch(/^experiments\/program\.yaml: written\nexperiments\/train\.mjs: written\nnext: /);
    expect(stdout).not.toContain("may now run");
    expect(JSON.parse(await read("package.json"))).toEqual(manifest);
    const refused = await gridient(cwd, ["sweep", "experiments/program.yaml"]);
    expect(refused).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("must be allowed") as string,
    });
  });

  it.skipIf(!HAS_PYTHON)("writes a command in Python, which runs", async () => {
    await gridient(cwd, ["init", "--program", "python"]);
    const experiment = await read("experiments/program.yaml");
    const small = experiment.replace("replicates: 3", "replicates: 1");
    await writeFile(join(cwd, "experiments/program.yaml"), small);
    expect(await gridientProcess(cwd, ["sweep", "--quiet"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect((await read("results/program/epochs.csv")).split("\n")).toHaveLength(3 * 11 + 2);
  });

  it("writes one experiment and its program beside it, and nothing else", async () => {
    const { stdout } = await gridient(cwd, ["init", "mine/a.yaml", "--program"]);
    expect(stdout).toMatch(
      /^mine\/a\.yaml: written\nmine\/train\.mjs: written\nnext: .* mine\/a\.yaml --allow-programs$/,
    );
    const files = Object.keys(await digestsBelow(cwd)).filter((file) => !file.startsWith(".git"));
    expect(files.toSorted()).toEqual(["mine/a.yaml", "mine/train.mjs"]);
    expect(await gridient(cwd, ["init", "mine/b.yaml", "--program"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("File already exists: mine/train.mjs") as string,
    });
    const experiment = await read("mine/a.yaml");
    const small = experiment.replace("[0.03, 0.3, 1]", "0.3").replace("replicates: 3", "replicates: 1");
    await writeFile(join(cwd, "mine/a.yaml"), small);
    expect(await gridientProcess(cwd, ["sweep", "mine/a.yaml", "--allow-programs", "--quiet"])).toMatchObject(
      {
        exitCode: 0,
        stderr: "",
      },
    );
  });

  it("refuses languages that it does not have, and choices of a network", async () => {
    expect(await gridient(cwd, ["init", "--program", "perl"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("Allowed choices are javascript, typescript, python") as string,
    });
    expect(await gridient(cwd, ["init", "--program", "--hidden", "3"])).toMatchObject({ exitCode: 2 });
    expect(Object.keys(await digestsBelow(cwd)).filter((file) => !file.startsWith(".git"))).toEqual([]);
  });

  it.skipIf(TYPESCRIPT.length > 0)("refuses TypeScript where Node does not run it", async () => {
    expect(await gridient(cwd, ["init", "--program", "typescript"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("needs Node 22.18") as string,
    });
  });
});
