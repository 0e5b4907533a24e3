import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
/** `npm run chaos` sets more. */
const KILLS = Number(process.env["GRIDIENT_KILLS"] ?? 2);
const SPEC = `
dataset: {name: digits, train: 1500, validation: 100, test: 100}
architecture: {hidden: [[20], [10, 10]]}
eta: [0.3, 3]
epochs: [2, 12]
replicates: 6
`;

async function folderWithSpec(): Promise<string> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments", "chaos.yaml"), SPEC);
  return cwd;
}

function sweep(cwd: string) {
  return execa(process.execPath, [CLI, "sweep", "experiments/chaos.yaml", "--workers", "2"], {
    cwd,
    reject: false,
  });
}

/** When each finished record was written. */
async function records(cwd: string): Promise<Map<string, number>> {
  const store = join(cwd, "results", ".store");
  const names = (await readdir(store, { recursive: true }).catch(() => [])).filter((name) =>
    name.endsWith(".json"),
  );
  const written = names.map(async (name): Promise<[string, number]> => [
    name,
    (await stat(join(store, name))).mtimeMs,
  ]);
  return new Map(await Promise.all(written));
}

describe("kill -9", () => {
  it(
    `at ${KILLS} random moments loses no record, repeats none, and changes no byte of the results`,
    { timeout: 60_000 + 5_000 * KILLS },
    async () => {
      const [killed, undisturbed] = [await folderWithSpec(), await folderWithSpec()];
      const random = new RandomStream([20, 26]);
      let before = await records(killed);
      for (let kill = 0; kill < KILLS; kill++) {
        const running = sweep(killed);
        setTimeout(() => running.kill("SIGKILL"), 300 + 900 * random.uniform());
        await running;
        const after = await records(killed);
        for (const [name, time] of before) expect(after.get(name)).toBe(time);
        before = after;
      }
      const [resumed, whole] = [await sweep(killed), await sweep(undisturbed)];
      expect([resumed.exitCode, whole.exitCode]).toEqual([0, 0]);
      const after = await records(killed);
      for (const [name, time] of before) expect(after.get(name)).toBe(time);
      const results = async (cwd: string) => {
        const { "timings.csv": _, ...files } = await digestsBelow(join(cwd, "results", "chaos"));
        return files;
      };
      expect(await results(killed)).toEqual(await results(undisturbed));
      expect((await readdir(join(killed, "results"))).toSorted()).toEqual([".store", "chaos"]);
    },
  );
});
