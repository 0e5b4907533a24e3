import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { CLI, gridient } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { IS_LONG, itLong } from "../support/long-form.ts";

const SPEC = "dataset: xor\narchitecture: {hidden: [2]}\neta: [4, 5]\nbatchSize: full\nepochs: 2\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
});

/** Sweeps a spec in a folder; returns the digests of its results. */
async function resultsOf(
  spec: string | Buffer,
  folder: string,
  name = "xor",
): Promise<Record<string, string>> {
  await mkdir(join(folder, "experiments"), { recursive: true });
  await writeFile(join(folder, "experiments", `${name}.yaml`), spec);
  const { exitCode, stderr } = await gridient(folder, ["sweep", `experiments/${name}.yaml`]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const { "timings.csv": _, ...files } = await digestsBelow(join(folder, "results", name));
  return files;
}

describe("a path with spaces, quotes and letters of many languages", () => {
  itLong("works as any other, and the commands that are printed run", async () => {
    const folder = join(cwd, `o'neill "& sons" $HOME`, "Größe 実験 🙂");
    const results = await resultsOf(SPEC, folder);
    expect(results).toEqual(await resultsOf(SPEC, join(cwd, "plain")));
    const name = `it's "größe" $(id) 実験`;
    await resultsOf(SPEC, folder, name);
    const summary = await readFile(join(folder, "results", name, "summary.md"), "utf8");
    const words = /^npm run (sweep .*)$/m.exec(summary)![1]!;
    const again = await execa("bash", ["-c", `"$0" "$1" ${words}`, process.execPath, CLI], { cwd: folder });
    expect(again.stdout).toContain("2 of 2 trials from the store");
  });
});

describe("a spec of Windows", () => {
  it.each([
    ...(IS_LONG ? [["CRLF", SPEC.replaceAll("\n", "\r\n")]] : []),
    ["CRLF and a byte order mark", `\ufeff${SPEC}`.replaceAll("\n", "\r\n")],
  ])("with %s gives the same results, places included", async (_, text) => {
    expect(await resultsOf(text, join(cwd, "windows"))).toEqual(await resultsOf(SPEC, join(cwd, "unix")));
    await writeFile(join(cwd, "experiments/bad.yaml"), `${text}lr: 1\r\n`);
    const { stderr } = await gridient(cwd, ["validate", "experiments/bad.yaml"]);
    expect(stderr).toContain("bad.yaml:6:1: error: ");
  });

  it("in UTF-16 is refused with a hint", async () => {
    await writeFile(join(cwd, "experiments/bad.yaml"), Buffer.from(`\ufeff${SPEC}`, "utf16le"));
    const { exitCode, stderr } = await gridient(cwd, ["validate", "experiments/bad.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Save it as UTF-8");
  });
});

describe("results in git with core.autocrlf", () => {
  it.each([
    ["results/** -text\n", 0],
    ["", 1],
  ])("and .gitattributes %j: --check ends with %i, and says what to do", async (attributes, expected) => {
    const git = (...args: string[]) =>
      execa(
        "git",
        ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=true", ...args],
        { cwd },
      );
    await resultsOf(SPEC, cwd);
    await writeFile(join(cwd, ".gitattributes"), attributes);
    await git("init", "-q");
    await git("add", "experiments", "results/xor", ".gitattributes");
    await git("commit", "-q", "-m", "results");
    await git("rm", "-q", "-r", "--cached", "results");
    await git("reset", "-q", "--hard");
    const { exitCode, stdout } = await gridient(cwd, ["sweep", "--check", "experiments/xor.yaml"]);
    expect(exitCode).toBe(expected);
    if (expected === 1) expect(stdout).toContain("results/** -text");
  });
});
