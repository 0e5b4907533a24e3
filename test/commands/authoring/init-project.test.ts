import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

const read = (path: string) => readFile(join(cwd, path), "utf8");

async function repository(remote: string): Promise<void> {
  await execa("git", ["init", "--quiet"], { cwd });
  await execa("git", ["remote", "add", "origin", remote], { cwd });
}

async function files(): Promise<string[]> {
  const { stdout } = await execa("git", ["ls-files", "--others", "--exclude-standard"], { cwd });
  return stdout.split("\n");
}

describe("gridient init in a folder", () => {
  it("sets up a project whose results can be committed as they are, and says what it did", async () => {
    await repository("git@github.com:someone/project.git");
    const { exitCode, stdout } = await gridient(cwd, ["init", "--dataset", "xor"]);
    expect(exitCode).toBe(0);
    const written = [
      ".gitattributes",
      ".github/workflows/results.yml",
      ".gitignore",
      "experiments/first.yaml",
    ];
    for (const file of [...written, "package.json", "results/.gitignore"])
      expect(stdout).toContain(`${file}: written`);
    expect(await gridient(cwd, ["sweep", "--quiet"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const committed = await files();
    expect(committed).toEqual(expect.arrayContaining([...written, "results/first/summary.md"]));
    expect(committed.filter((file) => /\.store|timings|report\.html/.test(file))).toEqual([]);
    const attributes = await execa("git", ["check-attr", "text", "results/first/trials.csv"], { cwd });
    expect(attributes.stdout).toMatch(/text: unset$/);
    await writeFile(join(cwd, "experiments/data.csv"), "a,b\n1,2\n");
    await execa("git", ["-c", "core.autocrlf=true", "add", "--all"], { cwd });
    for (const file of ["experiments/data.csv", "results/first/trials.csv"]) {
      const bytes = await readFile(join(cwd, file));
      await rm(join(cwd, file));
      await execa("git", ["-c", "core.autocrlf=true", "checkout", "--", file], { cwd }); // as on Windows
      expect(await readFile(join(cwd, file))).toEqual(bytes);
    }
  });

  it("changes nothing when it runs again, from any folder of the project", async () => {
    await repository("git@github.com:someone/project.git");
    await gridient(cwd, ["init", "--dataset", "xor"]);
    const before = await digestsBelow(cwd);
    for (const folder of [".", "experiments"]) {
      expect(await gridient(join(cwd, folder), ["init"])).toEqual({
        exitCode: 0,
        stdout: "Nothing to do: this project is set up",
        stderr: "",
      });
    }
    expect(await digestsBelow(cwd)).toEqual(before);
  });

  it("adds to files what they lack, and leaves the rest", async () => {
    const manifest = { name: "mine", scripts: { test: "true" }, dependencies: { gridient: "0.1.0" } };
    await writeFile(join(cwd, "package.json"), JSON.stringify(manifest, null, "\t"));
    await writeFile(join(cwd, ".gitattributes"), "*.png binary");
    await writeFile(join(cwd, ".gitignore"), "dist/\n");
    await gridient(cwd, ["init", "--dataset", "xor"]);
    expect(await read("package.json")).toBe(
      `${JSON.stringify({ ...manifest, scripts: { sweep: "gridient sweep", test: "true" } }, null, "\t")}\n`,
    );
    expect(await read(".gitattributes")).toMatch(/^\*\.png binary\nresults\/\*\* -text/);
    expect(await read(".gitignore")).toBe("dist/\n");
  });

  it("writes no experiment where there are some, and nothing at all for a wrong choice or package.json", async () => {
    await mkdir(join(cwd, "experiments"));
    await writeFile(join(cwd, "experiments/mine.yaml"), "dataset: xor\n");
    await gridient(cwd, ["init"]);
    expect(Object.keys(await digestsBelow(join(cwd, "experiments")))).toEqual(["mine.yaml"]);
    const other = await temporaryFolder();
    expect(await gridient(other, ["init", "--hidden", "many"])).toMatchObject({ exitCode: 2 });
    expect(await digestsBelow(other)).toEqual({});
    await writeFile(join(other, "package.json"), "{");
    expect(await gridient(other, ["init"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("package.json must be a map in JSON") as string,
    });
    expect(Object.keys(await digestsBelow(other))).toEqual(["package.json"]);
  });

  it.each([
    ["git@gitlab.example.org:a/b.git", ".gitlab-ci.yml"],
    ["https://github.com/a/b", ".github/workflows/results.yml"],
  ])("writes the CI file of the host of %s, which reviews changes", async (remote, file) => {
    await repository(remote);
    await gridient(cwd, ["init", "--dataset", "xor"]);
    const text = await read(file);
    expect(text).toMatch(/gridient review|gridient\/action@v1/);
    expect(() => parse(text) as unknown).not.toThrow();
  });
});
