import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { CLI } from "../run-in.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

/** The first trial ends at once; the second hangs, with a child, until it is told not to. */
const SCRIPT = `
if [ "$1" = slow ] && [ ! -e fast ]; then sleep 87654 & touch started; wait; fi
echo '{"loss": 1}'
`;
const EXPERIMENT = "parameters: {fault: [quick, slow]}\nmetrics: {loss: minimize}\nrun: {workers: 1}\n";

test.each(["SIGKILL", "SIGINT"] as const)(
  "a sweep that gets %s leaves no process, and goes on",
  async (signal) => {
    const folder = await programFolder(
      SCRIPT.replace("87654", signal === "SIGINT" ? "87655" : "87654"),
      EXPERIMENT,
    );
    const sweep = spawn(process.execPath, [CLI, "sweep", "a.yaml", "--allow-programs"], { cwd: folder });
    const ended = new Promise((resolve) => sweep.once("exit", resolve));
    while (!existsSync(join(folder, "started"))) await setTimeout(20);
    while (!hasRecord(folder)) await setTimeout(20);
    sweep.kill(signal);
    await ended;
    const mark = signal === "SIGINT" ? "sleep 87655" : "sleep 87654";
    while (processes().some((line) => line === mark)) await setTimeout(50);
    execFileSync("touch", [join(folder, "fast")]);
    const { stdout, exitCode } = await sweepPrograms(folder);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1 of 2 trials from the store");
    expect(await readFile(join(folder, "results/a/trials.csv"), "utf8")).toContain("completed");
  },
);

/** Returns whether the first trial is stored. */
function hasRecord(folder: string): boolean {
  const records = join(folder, "results/.store/v1/records");
  if (!existsSync(records)) return false;
  return readdirSync(records).some((name) =>
    /"completed".*\n/.test(readFileSync(join(records, name), "utf8")),
  );
}

function processes(): string[] {
  return execFileSync("ps", ["-eo", "args="], { encoding: "utf8" }).split("\n");
}
