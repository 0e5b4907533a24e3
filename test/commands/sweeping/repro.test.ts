import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/folders.ts";
import { RULED_SPEC } from "../../spec/valid-spec.ts";
import { gridient } from "../run-in.ts";

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

  it("gives the same id for a trial of a spec with every construct", async () => {
    await writeFile(join(cwd, "base.yaml"), RULED_SPEC);
    await writeFile(join(cwd, "ruled.yaml"), "extends: base.yaml\nreplicates: 2\n");
    const args = ["ruled.yaml", "--set", "eta=[0.1,2]"];
    const planned = await gridient(cwd, ["plan", ...args, "--json"]);
    const { list } = JSON.parse(planned.stdout) as { list: { trials: string[] }[] };
    const some = [0, 20, list.length - 1].map((index) => list[index]!.trials[1]!);
    for (const id of some) {
      const { stdout } = await gridient(cwd, ["repro", ...args, id]);
      await writeFile(join(cwd, "one.yaml"), stdout);
      const alone = (await gridient(cwd, ["plan", "one.yaml", "--json"])).stdout;
      expect((JSON.parse(alone) as { list: unknown[] }).list).toMatchObject([{ trials: [id] }]);
    }
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
