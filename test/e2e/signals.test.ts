import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { CLI } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";
import { logsOf, storedIds } from "../support/stored-records.ts";

const SLOW_DISK = `--import ${new URL("../support/faults/slow-disk.mjs", import.meta.url).href}`;
const SHORT = "dataset: xor\narchitecture: {hidden: [4]}\neta: 5\nbatchSize: full\nepochs: 3\n";
const LONG =
  "dataset: {name: digits, train: 2000}\narchitecture: {hidden: [30]}\neta: 1\nepochs: 100\nreplicates: 300\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/short.yaml"), SHORT);
  await writeFile(join(cwd, "experiments/long.yaml"), LONG);
});

function sweep(names: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const files = names.map((name) => `experiments/${name}.yaml`);
  return execa(process.execPath, [CLI, "sweep", ...files, "--workers", "2"], {
    cwd,
    reject: false,
    env: { NO_COLOR: "1", GITHUB_ACTIONS: "", ...env },
  });
}

const logs = (): string[] => logsOf(join(cwd, "results/.store"));

async function untilWriting(): Promise<void> {
  while (logs().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Two signals of a kind are one until the first is delivered, which a busy machine may put off. */
async function untilDelivered(pid: number, signal: number): Promise<void> {
  const status = `/proc/${pid}/status`;
  do await new Promise((resolve) => setTimeout(resolve, 300));
  while (existsSync(status) && isPending(await readFile(status, "utf8"), signal));
}

function isPending(status: string, signal: number): boolean {
  const [, mask = "0"] = /^ShdPnd:\s*([0-9a-f]+)$/m.exec(status) ?? [];
  return ((BigInt(`0x${mask}`) >> BigInt(signal - 1)) & 1n) === 1n;
}

const SIGNALS = [
  ["SIGTERM", 143],
  ["SIGINT", 130],
  ["SIGHUP", 129],
] as const;

describe("a signal", () => {
  it.each(IS_LONG ? SIGNALS : SIGNALS.slice(0, 1))(
    "%s while a record is being written ends with %i: the record is finished, the way on is told, results stay away",
    async (signal, expected) => {
      const running = sweep(["long", "short"], { NODE_OPTIONS: SLOW_DISK, DISK_MS: "400" });
      await untilWriting();
      running.kill(signal);
      const { exitCode, stderr } = await running;
      expect({ exitCode, stderr }).toMatchObject({ exitCode: expected });
      expect(stderr).toMatch(/^cancelled: \d+ of 300 trials are stored; run the same command to resume$/);
      const told = Number(/\d+/.exec(stderr)![0]);
      expect(told).toBeGreaterThan(0);
      expect(storedIds(join(cwd, "results/.store"))).toHaveLength(told);
      for (const log of logs()) expect(await readFile(log, "utf8")).toMatch(/\n\n$/);
      expect(await readdir(join(cwd, "results"))).toEqual([".store"]);
    },
  );

  it("a second one ends at once", async () => {
    const running = sweep(["long"], { NODE_OPTIONS: SLOW_DISK, DISK_MS: "600000" });
    await untilWriting();
    running.kill("SIGINT");
    await untilDelivered(running.pid!, constants.signals.SIGINT);
    running.kill("SIGINT");
    expect(await running).toMatchObject({ exitCode: 130, stderr: "" });
    expect(storedIds(join(cwd, "results/.store"))).toEqual([]);
  });
});

describe("an output", () => {
  it("that nobody reads to its end does not stop the work", async () => {
    const script = `"$0" "$1" sweep experiments/short.yaml experiments/long.yaml --set epochs=1 --set replicates=3 | head -1; exit "\${PIPESTATUS[0]}"`;
    const { exitCode, stdout, stderr } = await execa("bash", ["-c", script, process.execPath, CLI], {
      cwd,
      reject: false,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^short /);
    expect((await readdir(join(cwd, "results"))).toSorted()).toEqual([".store", "long", "short"]);
  });

  it.skipIf(process.platform !== "linux")("that cannot be written is told, exit code 1", async () => {
    const script = `exec "$0" "$1" plan experiments/short.yaml > /dev/full`;
    const { exitCode, stderr } = await execa("bash", ["-c", script, process.execPath, CLI], {
      cwd,
      reject: false,
    });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
    expect(stderr).toMatch(/^error: Cannot write the output: ENOSPC/);
  });
});
