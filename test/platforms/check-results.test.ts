import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const XOR = ["experiments/xor.yaml", "results/xor"];
const MNIST = ["experiments/mnist-lr.yaml", "results/mnist-lr"];
const USED = ["package.json", "test/platforms", "dist", "node_modules"];

let project: string;
beforeAll(async () => {
  project = await temporaryFolder();
  for (const path of [...XOR, ...MNIST]) await cp(join(ROOT, path), join(project, path), { recursive: true });
  for (const path of USED) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await symlink(join(ROOT, path), join(project, path));
  }
  await mkdir(join(project, "results/needy"));
  await writeFile(
    join(project, "experiments/needy.yaml"),
    "# needs python3 with json, no_such_module\nkind: program\n",
  );
  await writeFile(join(project, "results/needy/trials.csv"), "");
  await execa("git", ["init", "-q"], { cwd: project });
  await execa("git", ["add", "experiments", "results"], { cwd: project });
});

function checkResults(...names: readonly string[]) {
  const script = join(project, "test/platforms/check-results.mjs");
  const args = ["--preserve-symlinks", "--preserve-symlinks-main", script, ...names];
  const env = { GRIDIENT_DATA_DIR: "", GRIDIENT_SKIPPED: join(project, "skipped") };
  return execa(process.execPath, args, { cwd: project, reject: false, env });
}

describe("npm run check:results", () => {
  it("passes on what is committed, and counts what it has skipped", async () => {
    const { exitCode, stdout } = await checkResults();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^same bytes {2}results\/xor$/m);
    expect(stdout).toMatch(/\n3 results: 1 regenerated whole, 0 by one trial, 2 skipped, 0 not asked for$/);
    const skipped = [
      "results/mnist-lr: GRIDIENT_DATA_DIR is not set\n",
      "results/needy: this machine has no python3 with json, no_such_module\n",
    ];
    expect(await readFile(join(project, "skipped"), "utf8")).toBe(skipped.join(""));
  });

  it("fails on another digit, on a name without results, and on results without an experiment", async () => {
    const trials = join(project, "results/xor/trials.csv");
    const committed = await readFile(trials, "utf8");
    await writeFile(
      trials,
      committed.replace(/\d(?=\r?\n$)/, (digit) => String((Number(digit) + 1) % 10)),
    );
    expect(await checkResults("xor")).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("different"),
    });
    await writeFile(trials, committed);
    expect(await checkResults("nothing")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("No results are committed of nothing"),
    });
    await cp(join(project, "results/xor"), join(project, "results/lost"), { recursive: true });
    await execa("git", ["add", "results"], { cwd: project });
    expect(await checkResults("xor")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("results/lost has no experiment"),
    });
  });
});
