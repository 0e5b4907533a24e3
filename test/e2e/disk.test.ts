import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { CLI, gridientProcess } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { editLine, logsOf, storedIds, storedLines } from "../support/stored-records.ts";

const SPEC = "dataset: xor\narchitecture: {hidden: [4]}\neta: 5\nbatchSize: full\nepochs: 3\nreplicates: 3\n";
/** Its records take more than 1 kB each. */
const LARGE = SPEC.replace("epochs: 3", "epochs: [3, 300]");
/** Permissions mean nothing to root: where the tests run as root, the command runs as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const isNobodyAble =
  (await execa(process.execPath, [CLI, "--version"], { ...NOBODY, reject: false })).exitCode === 0;

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await spec(SPEC);
});

async function spec(text: string): Promise<void> {
  await writeFile(join(cwd, "experiments/xor.yaml"), text);
}

function sweep(...options: readonly string[]) {
  return gridientProcess(cwd, ["sweep", "experiments/xor.yaml", ...options]);
}

/** Runs a command line on a disk where no file may be larger than 2 kB. */
function onFullDisk(args: readonly string[]) {
  const script = `ulimit -f 2 && exec "$0" "$@"`;
  return execa("bash", ["-c", script, process.execPath, CLI, ...args], { cwd, reject: false });
}

const stored = (): string[] => storedIds(join(cwd, "results/.store"));

function expectFault(
  { exitCode, stderr }: { exitCode?: number | undefined; stderr: string },
  reason: RegExp,
): void {
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe("a full disk", () => {
  it("is told; no record is cut off, and those that found room stay", async () => {
    await spec(LARGE);
    expectFault(
      await onFullDisk(["sweep", "experiments/xor.yaml"]),
      /^error: Cannot write a record to .*\n.*EFBIG/,
    );
    const before = stored();
    expect(before.length).toBeGreaterThan(0);
    for (const log of logsOf(join(cwd, "results/.store")))
      expect(await readFile(log, "utf8")).toMatch(/\}\n+$/);
    expect(await readdir(join(cwd, "results"))).toEqual([".store"]);
    const { stdout, stderr } = await sweep();
    // Trial 0 may be the best of what was stored before the disk was full: its weights were not.
    expect(stderr).toMatch(/^(note: training trial 0 again for its pictures: its weights were not kept)?$/);
    expect(stdout).toContain(`${before.length} of 6 trials from the store`);
  });

  it("leaves the old results whole", async () => {
    await sweep();
    const before = await digestsBelow(join(cwd, "results/xor"));
    await spec(LARGE);
    await sweep("--out", "elsewhere"); // now all records are stored
    expectFault(
      await onFullDisk(["sweep", "experiments/xor.yaml"]),
      /^error: Cannot write the results folder .*\n.*EFBIG/,
    );
    expect(await digestsBelow(join(cwd, "results/xor"))).toEqual(before);
    expect((await readdir(join(cwd, "results"))).toSorted()).toEqual([".store", "xor"]);
  });

  it("does not cut off a file that is rewritten", async () => {
    const long = `${LARGE}# ${"a comment ".repeat(200)}\n`;
    await spec(long);
    expectFault(await onFullDisk(["format", "experiments/xor.yaml"]), /^error: .*EFBIG/);
    expect(await readFile(join(cwd, "experiments/xor.yaml"), "utf8")).toBe(long);
    expect(await readdir(join(cwd, "experiments"))).toEqual(["xor.yaml"]);
  });
});

describe.runIf(existsSync("/dev/full"))("an output that is a device or a pipe", () => {
  it("is reported when it is full; the results are there, and the device is still one", async () => {
    expectFault(await sweep("--junit", "/dev/full"), /ENOSPC/);
    expect(await readdir(join(cwd, "results/xor"))).toContain("trials.csv");
    expect((await stat("/dev/full")).isCharacterDevice()).toBe(true);
  });

  it("is written into, and stays what it is", async () => {
    const pipe = join(cwd, "pipe");
    await execa("mkfifo", [pipe]);
    const reader = execa("cat", [pipe]);
    expect((await sweep("--junit", pipe)).exitCode).toBe(0);
    expect((await reader).stdout).toMatch(/<testsuites[^]*<\/testsuites>/);
    expect((await stat(pipe)).isFIFO()).toBe(true);
    const { stdout } = await sweep("--junit", "/dev/stdout");
    expect(stdout).toContain("</testsuites>");
  });
});

describe("a file in place of a folder", () => {
  it.each([
    ["--store", "Cannot write a record to "],
    ["--out", "Cannot write the results folder "],
  ])("of %s is told, and stays", async (option, message) => {
    await writeFile(join(cwd, "taken"), "mine");
    expectFault(await sweep(option, "taken"), new RegExp(`^error: ${message}.*"taken`));
    expect(await readFile(join(cwd, "taken"), "utf8")).toBe("mine");
  });
});

describe.skipIf(!isNobodyAble)(
  "a folder that may only be read (skipped where nobody but root can read the repository)",
  () => {
    it("is told, and what is there stays usable", async () => {
      await sweep();
      await chmod(cwd, 0o755);
      const before = await digestsBelow(cwd);
      const asNobody = (args: readonly string[]) =>
        execa(process.execPath, [CLI, ...args], {
          cwd,
          reject: false,
          env: { GITHUB_ACTIONS: "" },
          ...NOBODY,
        });
      if (process.getuid?.() !== 0)
        for (const name of ["results", "experiments"]) await chmod(join(cwd, name), 0o555);
      expectFault(
        await asNobody(["sweep", "--set", "description=other results", "experiments/xor.yaml"]),
        /^error: Cannot write the results folder .*\n.*EACCES/,
      );
      expect(await asNobody(["sweep", "--check", "experiments/xor.yaml"])).toMatchObject({
        exitCode: 0,
        stderr: "",
      });
      await chmod(join(cwd, "experiments/xor.yaml"), 0o644);
      expectFault(await asNobody(["format", "experiments/xor.yaml"]), /^error: .*EACCES/);
      expect(await digestsBelow(cwd)).toEqual(before);
      for (const name of ["results", "experiments"]) await chmod(join(cwd, name), 0o755);
    });

    it("a spec that may not be read is a problem like any other", async () => {
      await chmod(join(cwd, "experiments/xor.yaml"), 0o000);
      await chmod(cwd, 0o755);
      const { exitCode, stderr } = await execa(process.execPath, [CLI, "validate", "experiments/xor.yaml"], {
        cwd,
        reject: false,
        ...NOBODY,
      });
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/xor\.yaml:1:1: error: Cannot open the file: EACCES/);
    });
  },
);

describe("a record with one flipped bit", () => {
  it("is told and trained again; the results keep their bytes", async () => {
    await sweep();
    const { "timings.csv": _, ...before } = await digestsBelow(join(cwd, "results/xor"));
    const store = join(cwd, "results/.store");
    const records = storedLines(store);
    for (const [i, { id }] of records.entries()) {
      await editLine(store, id, (text) => {
        const bytes = Buffer.from(text, "latin1");
        bytes[Math.floor(((i + 1) / (records.length + 1)) * bytes.length)]! ^= 1 << i;
        return bytes.toString("latin1");
      });
    }
    const { exitCode, stderr } = await sweep();
    expect(exitCode).toBe(0);
    expect(
      stderr.match(/^warning: Ignoring a corrupt record; its trial will be retrained \(.*\.jsonl:\d"\)$/gm),
    ).toHaveLength(3);
    const { "timings.csv": __, ...after } = await digestsBelow(join(cwd, "results/xor"));
    expect(after).toEqual(before);
    expect((await sweep()).stderr).toBe("");
  });
});
