import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const TIDY = "dataset: xor\narchitecture:\n  hidden: [4]\neta: 0.01\nepochs: 3 # few\n";
const MESSY = "epochs: 3 # few\r\neta: 1e-2\r\ndataset: 'xor'\r\narchitecture: {hidden: [ 4 ]}\r\n\r\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await write("tidy", TIDY);
  await write("messy", MESSY);
});

function write(name: string, text: string): Promise<void> {
  return writeFile(join(cwd, `${name}.yaml`), text);
}

describe("gridient format", () => {
  it("rewrites what is not in canonical form, and says so", async () => {
    const ended = await gridient(cwd, ["format", "messy.yaml", "tidy.yaml"]);
    expect(ended).toEqual({ exitCode: 0, stdout: "messy.yaml: formatted", stderr: "" });
    expect(await readFile(join(cwd, "messy.yaml"), "utf8")).toBe(TIDY);
    expect(await readFile(join(cwd, "tidy.yaml"), "utf8")).toBe(TIDY);
    expect(await readdir(cwd)).toEqual(["messy.yaml", "tidy.yaml"]);
  });

  it("takes files of the same name, as it writes no results", async () => {
    await mkdir(join(cwd, "other"));
    await write("other/messy", MESSY);
    const { exitCode, stdout } = await gridient(cwd, ["format", "messy.yaml", "other/messy.yaml"]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "messy.yaml: formatted\nother/messy.yaml: formatted",
    });
  });

  it("with --check names such files, exits 1 and changes nothing", async () => {
    const before = await digestsBelow(cwd);
    const { exitCode, stdout, stderr } = await gridient(cwd, [
      "format",
      "--check",
      "messy.yaml",
      "tidy.yaml",
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "messy.yaml: not in canonical form" });
    expect(stderr).toContain("to format: npm run -s gridient -- format messy.yaml tidy.yaml");
    expect(await digestsBelow(cwd)).toEqual(before);
    expect(await gridient(cwd, ["format", "--check", "tidy.yaml"])).toMatchObject({
      exitCode: 0,
      stdout: "",
    });
  });

  it("changes no file when one has an error, tells it and exits 2", async () => {
    await write("bad", `${MESSY}lr: 1\n`);
    const before = await digestsBelow(cwd);
    const { exitCode, stderr } = await gridient(cwd, ["format", "messy.yaml", "bad.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("bad.yaml:6:1: error: ");
    expect(await digestsBelow(cwd)).toEqual(before);
  });
});

describe("gridient format and validate take parts, whose names begin with _,", () => {
  const part = 'eta:   1e-2\nbatchSize: "${epochs}"\nloss: null\nsweep: {zip: {a: {epochs: [1, 2]}}}\n';

  it("without what others say", async () => {
    await write("_part", part);
    expect(await gridient(cwd, ["validate", "_part.yaml", "tidy.yaml"])).toEqual({
      exitCode: 0,
      stdout:
        "tidy.yaml: valid, 1 configuration, 1 trial\n_part.yaml: no errors; a part that other files extend",
      stderr: "",
    });
    expect(await gridient(cwd, ["format", "_part.yaml"])).toMatchObject({ stdout: "_part.yaml: formatted" });
    expect(await gridient(cwd, ["format", "--check", "_part.yaml"])).toMatchObject({ exitCode: 0 });
  });

  it("while other commands pass over them", async () => {
    await write("_part", part);
    const ended = await gridient(cwd, ["plan", "_part.yaml", "tidy.yaml"]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(ended.stdout).not.toContain("_part");
  });

  it("and tell what is wrong with what is there", async () => {
    await write("_part", `${part}epochs: [many, 3, 3]\nlr: 1\ndataset: {noise: 0.1}\n`);
    const { exitCode, stderr } = await gridient(cwd, ["validate", "_part.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr.match(/^_part.yaml:\d+:\d+: \w+/gm)).toEqual([
      "_part.yaml:5:10: error",
      "_part.yaml:6:1: error",
    ]);
  });
});
