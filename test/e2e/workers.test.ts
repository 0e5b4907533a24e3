import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { gridientProcess } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";

const STRIKE = `--import ${new URL("../support/faults/striking-worker.mjs", import.meta.url).href}`;
/** One job of two trials. */
const SPEC = "dataset: xor\narchitecture: {hidden: [4]}\neta: 5\nbatchSize: full\nepochs: [3, 9]\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/xor.yaml"), SPEC);
});

function sweep(env: Readonly<Record<string, string>> = {}) {
  return gridientProcess(cwd, ["sweep", "experiments/xor.yaml", "--workers", "2"], env);
}

/** What it does, the fault that makes it, and what is told. */
const FAULTS = [
  ["exits", "exit", /worker thread died: /],
  ["runs out of memory", "memory", /worker thread died: .*memory/],
  ["throws", "throw", /failed: struck/],
] as const;

describe("a worker thread", () => {
  it.each(IS_LONG ? FAULTS : FAULTS.slice(0, 1))(
    "that %s costs its job one attempt: each trial is tried again alone",
    async (_, fault) => {
      const flag = join(cwd, "struck");
      const struck = await sweep({ NODE_OPTIONS: STRIKE, FAULT: fault, FAULT_FLAG: flag });
      expect(struck).toMatchObject({ exitCode: 0, stderr: "" });
      expect(await readdir(cwd)).toContain("struck");
      const results = await digestsBelow(join(cwd, "results/xor"));
      await rm(join(cwd, "results"), { recursive: true });
      await sweep();
      const undisturbed = await digestsBelow(join(cwd, "results/xor"));
      expect({ ...results, "timings.csv": "" }).toEqual({ ...undisturbed, "timings.csv": "" });
    },
  );

  it.each(IS_LONG ? FAULTS : FAULTS.slice(2))(
    "that always %s makes rows of failed trials, exit code 1, nothing stored",
    async (_, fault, reason) => {
      const { exitCode, stdout, stderr } = await sweep({ NODE_OPTIONS: STRIKE, FAULT: fault });
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
      expect(stderr).toMatch(reason);
      expect(stderr.match(/^error: trial \d failed/gm)).toHaveLength(2);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stdout).toContain("results: results/xor");
      expect(Object.keys(await digestsBelow(join(cwd, "results/.store")))).toEqual([]);
      expect(await sweep()).toMatchObject({ exitCode: 0, stderr: "" });
    },
  );
});
