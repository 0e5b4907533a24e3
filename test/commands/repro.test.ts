import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const XOR =
  "dataset: xor\narchitecture: {hidden: [4]}\neta: [1, 5]\nbatchSize: full\nepochs: 3\nreplicates: 3\n";

let cwd: string;
let ids: string[];
beforeAll(async () => {
  cwd = await temporaryFolder();
  await writeFile(join(cwd, "xor.yaml"), XOR);
  const { stdout } = await gridient(cwd, ["plan", "xor.yaml", "--json"]);
  ids = (JSON.parse(stdout) as { list: { trials: string[] }[] }).list.flatMap(({ trials }) => trials);
});

describe("gridient repro", () => {
  it("prints a spec that repeats the trial alone, into the record of the same id", async () => {
    const { exitCode, stdout, stderr } = await gridient(cwd, ["repro", "xor.yaml", "4"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    await writeFile(join(cwd, "trial.yaml"), `${stdout}\n`);
    await gridient(cwd, ["sweep", "trial.yaml", "--workers", "1"]);
    expect(await readFile(join(cwd, "results/trial/trials.csv"), "utf8")).toContain(`\n0,${ids[4]!},0,1,`);
  });

  it("takes the beginning of an id", async () => {
    const { stdout } = await gridient(cwd, ["repro", "xor.yaml", ids[5]!.slice(0, 12)]);
    expect(stdout).toBe((await gridient(cwd, ["repro", "xor.yaml", "5"])).stdout);
  });

  it.each([
    ["a number beyond the plan", "6000000000", "0 to 5"],
    ["a word that begins no id", "none", "0 to 5"],
    ["the empty word", "", "0 to 5"],
  ])("exits 2 for %s", async (_, trial, hint) => {
    const { exitCode, stdout, stderr } = await gridient(cwd, ["repro", "xor.yaml", trial]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(hint);
  });
});
