import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { gridientProcess } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { itLong } from "../support/long-form.ts";

const JUMP = `--import ${new URL("../support/faults/jumping-clock.mjs", import.meta.url).href}`;
const SPEC = "dataset: xor\narchitecture: {hidden: [4]}\neta: [4, 5]\nepochs: [3, 9]\nrun: {keep: last}\n";

async function results(env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/xor.yaml"), SPEC);
  const sweep = ["sweep", "experiments/xor.yaml", "--workers", "2"];
  const shorter = await gridientProcess(cwd, [...sweep, "--set", "epochs=5"], env);
  const { exitCode, stderr } = await gridientProcess(cwd, sweep, env);
  expect([shorter.exitCode, { exitCode, stderr }]).toEqual([0, { exitCode: 0, stderr: "" }]);
  expect((await gridientProcess(cwd, sweep, env)).stdout).toContain("4 of 4 trials from the store");
  expect((await gridientProcess(cwd, ["store", "gc"], env)).stdout).toContain("would remove 2 records");
  const { "timings.csv": _, ...files } = await digestsBelow(join(cwd, "results/xor"));
  return files;
}

itLong(
  "a clock that jumps by years, back and forth, changes no byte, trains nothing twice and confuses no store",
  async () => {
    expect(await results({ NODE_OPTIONS: JUMP })).toEqual(await results({}));
  },
);
