import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, test } from "vitest";
import { CLI, gridient } from "../run-in.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

/** Halves its loss in each epoch, and notes the epochs that it really trains. */
const SCRIPT = `
epoch=0 loss=1024
[ ! -e "$2/state" ] || read epoch loss < "$2/state"
while [ $epoch -lt $GRIDIENT_EPOCHS ]; do
  epoch=$((epoch + 1)) loss=$((loss / 2 + GRIDIENT_SEED))
  echo "{\\"epoch\\": $epoch, \\"loss\\": $loss}"
  echo $1-$GRIDIENT_SEED-$epoch >> trained
done
mkdir -p "$2/deep" && echo $epoch $loss > "$2/state" && cp "$2/state" "$2/deep/copy"
echo "{\\"final\\": $loss}"
`;
const METRICS = "metrics: {loss: minimize, final: minimize}\nobjective: loss\n";
const EXPERIMENT = `parameters: {fault: none}\nepochs: 3\nreplicates: 2\ncheckpoints: true\n${METRICS}`;
const COMMAND = '[/bin/sh, program.sh, "${fault}", "${checkpoint}"]';

/** Returns the epochs that were trained since the last call. */
async function trained(folder: string): Promise<string[]> {
  const lines = await readFile(join(folder, "trained"), "utf8").catch(() => "");
  await rm(join(folder, "trained"), { force: true });
  return lines.split("\n").filter(Boolean).sort();
}

function tables(folder: string, results = "results/a"): Promise<string[]> {
  const names = ["trials.csv", "epochs.csv", "summary.json"];
  return Promise.all(names.map((name) => readFile(join(folder, results, name), "utf8")));
}

function keptFolders(folder: string, store = "results/.store"): string[] {
  const paths = readdirSync(join(folder, store), { recursive: true, encoding: "utf8" });
  return paths.filter((path) => path.endsWith(".folder")).map((path) => join(folder, store, path));
}

function longer(folder: string, ...options: readonly string[]) {
  return sweepPrograms(folder, ["--set", "epochs=5", ...options]);
}

test("a longer trial continues from a shorter one, with the results of one from the beginning", async () => {
  const folder = await programFolder(SCRIPT, EXPERIMENT, COMMAND);
  expect(await sweepPrograms(folder)).toMatchObject({
    exitCode: 0,
    stderr: expect.not.stringContaining("warning") as string,
  });
  expect(await trained(folder)).toHaveLength(6);
  const plan = await gridient(folder, ["plan", "a.yaml", "--set", "epochs=5"]);
  expect(plan.stdout).toMatch(/resume .*2 trials.* epoch 3/);
  expect((await longer(folder)).exitCode).toBe(0);
  expect(await trained(folder)).toEqual(["none-0-4", "none-0-5", "none-1-4", "none-1-5"]);
  const continued = await tables(folder);
  expect((await longer(folder, "--store", "other", "--out", "whole")).exitCode).toBe(0);
  expect(await trained(folder)).toHaveLength(10);
  expect(await tables(folder, "whole/a")).toEqual(continued);
  const words = ["verify", "a.yaml", "--allow-programs", "--set", "epochs=5"];
  expect((await gridient(folder, words)).stdout).toMatch(/^same tables/);
  expect(await trained(folder)).toHaveLength(10);
});

test("trials of several lengths train each epoch once", async () => {
  const experiment = EXPERIMENT.replace("epochs: 3", "epochs: [4, 1, 2]");
  const folder = await programFolder(SCRIPT, experiment, COMMAND);
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  expect(await trained(folder)).toHaveLength(8);
  const shared = await tables(folder);
  const alone = ["--set", "checkpoints=false", "--store", "other", "--out", "alone"];
  await writeFile(join(folder, "program.sh"), SCRIPT.replaceAll('"$2/', '"$GRIDIENT_FOLDER/'));
  const words = ["--set", 'command=[/bin/sh, program.sh, "${fault}"]', ...alone];
  expect(await sweepPrograms(folder, words)).toMatchObject({ exitCode: 0 });
  expect(await trained(folder)).toHaveLength(14);
  const withoutIds = ([trials = ""]: string[]) => trials.replaceAll(/[0-9a-f]{64}/g, "");
  expect(withoutIds(await tables(folder, "alone/a"))).toBe(withoutIds(shared));
});

describe("a program that says it continues, and", () => {
  const sweepBoth = async (script: string) => {
    const folder = await programFolder(script, EXPERIMENT.replace("replicates: 2\n", ""), COMMAND);
    const first = await sweepPrograms(folder);
    expect(first.exitCode, first.stderr).toBe(0);
    return { folder, first, second: await longer(folder) };
  };

  it("reports all epochs again fails, and the error gives the reason", async () => {
    const { second } = await sweepBoth(SCRIPT.replace(/^\[.*\n/m, ""));
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toContain(
      "it reported epoch 1, but it continues after epoch 3: with checkpoints: true it must start from the files in its checkpoint",
    );
  });

  it("counts its epochs from 1 again fails", async () => {
    const { second } = await sweepBoth(SCRIPT.replace("read epoch loss", "read old loss"));
    expect(second).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("it reported epoch 1, but") as string,
    });
  });

  it("reports nothing more fails", async () => {
    const { second } = await sweepBoth(
      SCRIPT.replace("epoch=0 loss=1024", '[ ! -e "$2/state" ] || exit 0; epoch=0 loss=1024'),
    );
    expect(second).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("it reported none of its metrics") as string,
    });
  });

  it("forgets a part of its state differs, which verify observes", async () => {
    const { folder, second } = await sweepBoth(
      SCRIPT.replace("read epoch loss <", "loss=512 && read epoch lost <"),
    );
    expect(second.exitCode).toBe(0);
    const found = await gridient(folder, ["verify", "a.yaml", "--allow-programs", "--set", "epochs=5"]);
    expect(found).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("different") as string });
  });

  it.each([
    ["leaves nothing", /&& echo \$epoch.*\n/, "\n", "it is empty"],
    ["removes the folder", /&& echo \$epoch.*\n/, '&& rm -r "$2"\n', "it cannot be read: ENOENT"],
    [
      "leaves a link",
      "&& cp",
      '&& ln -s state "$2/link" && cp',
      "it must have only files and folders in it (got link)",
    ],
    [
      "leaves too much",
      "&& cp",
      '&& truncate -s 2000000000 "$2/large" && cp',
      "it must have at most 1.0 GB (got 2.0 GB)",
    ],
  ])("%s has its result, and a longer trial starts from the beginning", async (_, part, other, reason) => {
    const { folder, first, second } = await sweepBoth(SCRIPT.replace(part, other));
    expect(first.stderr).toContain(
      `The checkpoint of trial 0 is not kept, so longer trials start from the beginning: ${reason}`,
    );
    expect(keptFolders(folder)).toEqual([]);
    expect(second.exitCode).toBe(0);
    expect(await trained(folder)).toHaveLength(8);
  });
});

test("without a checkpoint that can be used, a longer trial starts from the beginning, which is announced", async () => {
  const folder = await programFolder(SCRIPT, EXPERIMENT, COMMAND);
  await sweepPrograms(folder);
  const [gone = "", cut = ""] = keptFolders(folder);
  await rm(gone);
  await truncate(cut, 40);
  await trained(folder);
  const { exitCode, stderr } = await sweepPrograms(folder, ["--set", "epochs=[3, 5]"]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain(cut.slice(folder.length + 1));
  expect(stderr).toContain("it is cut off, or not a packed folder");
  expect(stderr).toMatch(/Trial \d starts from the beginning, as may others: the store has no checkpoint/);
  expect(await trained(folder)).toHaveLength(10);
  const names = await readdir(join(cut, ".."));
  expect(names.some((name) => name.endsWith(".folder.damaged"))).toBe(true);
});

test("a sweep that is killed between a short trial and its longer one loses no result", async () => {
  const script = `[ $GRIDIENT_EPOCHS = 2 ] && [ ! -e fast ] && { touch hangs; exec sleep 87656; }\n${SCRIPT}`;
  const experiment = EXPERIMENT.replace("epochs: 3", "epochs: [1, 2]").replace("replicates: 2\n", "");
  const folder = await programFolder(script, experiment, COMMAND);
  const sweep = spawn(process.execPath, [CLI, "sweep", "a.yaml", "--allow-programs"], { cwd: folder });
  const ended = new Promise((resolve) => sweep.once("exit", resolve));
  while (!existsSync(join(folder, "hangs"))) await setTimeout(20);
  sweep.kill("SIGKILL");
  await ended;
  const isRunning = () => execFileSync("ps", ["-eo", "args="], { encoding: "utf8" }).includes("sleep 87656");
  while (isRunning()) await setTimeout(20);
  expect(keptFolders(folder)).toHaveLength(1);
  await writeFile(join(folder, "fast"), "");
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  expect(await trained(folder)).toEqual(["none-0-1", "none-0-1", "none-0-2"]);
});

test("only a program that continues has a checkpoint, and then no parameter of that name", async () => {
  const folder = await programFolder(SCRIPT, EXPERIMENT.replace("checkpoints: true\n", ""), COMMAND);
  const { stderr } = await gridient(folder, ["validate", "a.yaml"]);
  expect(stderr).toContain("What command refers to must be a parameter (got ${checkpoint})");
  expect(stderr).toContain("Write checkpoints: true, if the program can continue from there");
  const named = ["validate", "a.yaml", "--set", "checkpoints=true", "--set", "parameters.checkpoint=1"];
  expect((await gridient(folder, named)).stderr).toContain("A parameter must not be called checkpoint");
});
