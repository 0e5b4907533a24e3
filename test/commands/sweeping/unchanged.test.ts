import { appendFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { resultsDigest } from "../../../src/store/results-folder.ts";
import { readStamp, writeStamp } from "../../../src/store/stamp-file.ts";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { loadedSources, PROBE } from "../../support/loaded-sources.ts";
import { gridient, gridientProcess, type Ended } from "../run-in.ts";

const FILE = "experiments/moons.yaml";
const SPEC = [
  "dataset: {name: moons, samples: 40}",
  "architecture: {hidden: [2]}",
  "eta: [1, 2]",
  "epochs: 2",
  "expect: [{because: it is a test, where: {eta: 1}, metric: testAccuracy, atLeast: 0.01}]",
  "",
].join("\n");
const SWEEP = ["sweep", FILE, "--junit", "junit.xml"];
const RESULTS = "results/moons";
const STORE = "results/.store";

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, FILE), SPEC);
  expect(await gridientProcess(cwd, SWEEP)).toMatchObject({ exitCode: 0 });
});

async function stampFile(): Promise<string> {
  const paths = await readdir(join(cwd, STORE), { recursive: true });
  return join(
    cwd,
    STORE,
    paths.find((path) => path.endsWith(".stamp.json"))!,
  );
}

/** Tells of each thread that starts. */
const THREADS = `data:text/javascript,${encodeURIComponent(`
import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";
import { appendFileSync } from "node:fs";
const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(...args) {
    appendFileSync(process.env.STARTED, "thread\\n");
    super(...args);
  }
};
syncBuiltinESMExports();
`)}`;

/** Runs the built program; tells whether it has made tables. */
async function run(args: readonly string[]): Promise<{ ended: Ended; hasComputed: boolean }> {
  const report = join(await temporaryFolder(), "loaded.json");
  const probe = { NODE_OPTIONS: `--import=${PROBE}`, GRIDIENT_LOADED: report };
  const ended = await gridientProcess(cwd, args, probe);
  return { ended, hasComputed: (await loadedSources(report)).includes("src/pipeline/write-results.ts") };
}

describe("a second sweep of the program that ships", () => {
  it("makes nothing anew where nothing has changed, and ends as if it had", async () => {
    const stamp = await stampFile();
    const { ended, hasComputed } = await run(SWEEP);
    expect(hasComputed).toBe(false);
    expect(ended.stdout).toContain("2 of 2 trials from the store");
    const before = await digestsBelow(cwd);
    await rm(stamp);
    expect(await run(SWEEP)).toEqual({ ended, hasComputed: true });
    expect(await digestsBelow(cwd)).toEqual(before); // its report and the stamp, too
  });

  it("starts a thread only where something may be left to train", async () => {
    const STARTED = join(await temporaryFolder(), "started");
    await writeFile(STARTED, "");
    const threads = { NODE_OPTIONS: `--import=${THREADS}`, STARTED };
    await gridientProcess(cwd, SWEEP, threads);
    expect(await readFile(STARTED, "utf8")).toBe("");
    await gridientProcess(cwd, [...SWEEP, "--store", "other", "--out", "others"], threads);
    expect(await readFile(STARTED, "utf8")).toContain("thread");
  });

  it("does more where it is asked for more", async () => {
    const timings = await readFile(join(cwd, RESULTS, "timings.csv"), "utf8");
    await gridientProcess(cwd, [...SWEEP, "--fresh"]);
    expect(await readFile(join(cwd, RESULTS, "timings.csv"), "utf8")).not.toBe(timings);
    expect((await gridientProcess(cwd, [...SWEEP, "--shard", "1/1"])).stdout).toContain("shard 1 of 1");
    const GITHUB_STEP_SUMMARY = join(cwd, "summary.md");
    await gridientProcess(cwd, SWEEP, { GITHUB_STEP_SUMMARY });
    expect(await readFile(GITHUB_STEP_SUMMARY, "utf8")).toContain("### Leaderboard");
  });

  it("fails where the last one did", async () => {
    const failing = join(cwd, "experiments/failing.yaml");
    await writeFile(failing, SPEC.replace("0.01", "0.9999"));
    const [first, second] = [await run(["sweep", failing]), await run(["sweep", failing])];
    expect(first.ended.exitCode).toBe(1);
    expect(second).toMatchObject({ ended: { exitCode: 1, stderr: first.ended.stderr }, hasComputed: true });
    await rm(failing);
  });

  it("makes everything anew once the program is another one", async () => {
    const [root, copy] = [fileURLToPath(new URL("../../../", import.meta.url)), await temporaryFolder()];
    for (const part of ["dist/program", "dist/browser", "schemas", "package.json"])
      await cp(join(root, part), join(copy, part), { recursive: true });
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
    const sweep = () => execa(process.execPath, [join(copy, "dist/program/cli.js"), ...SWEEP], { cwd });
    const before = await readFile(await stampFile(), "utf8");
    await sweep();
    expect(await readFile(await stampFile(), "utf8")).toBe(before);
    await appendFile(join(copy, "dist/program/digests.json"), " ");
    await sweep();
    expect(await readFile(await stampFile(), "utf8")).not.toBe(before);
    expect((await run(SWEEP)).hasComputed).toBe(true);
  });
});

describe("gridient sweep --check", () => {
  it("trusts no stamp, not even one that fits", async () => {
    const table = join(cwd, RESULTS, "trials.csv");
    const text = await readFile(table, "utf8");
    await writeFile(table, text.replace("completed", "Completed"));
    const store = join(cwd, STORE);
    const stamp = await readStamp(store, "moons");
    await writeStamp(store, "moons", { ...stamp!, files: (await resultsDigest(join(cwd, RESULTS)))! });
    expect((await run(SWEEP)).hasComputed).toBe(false); // it does fit
    expect(await gridientProcess(cwd, [...SWEEP, "--check"])).toMatchObject({ exitCode: 1 });
    await rm(await stampFile());
    await gridientProcess(cwd, SWEEP);
    expect(await readFile(table, "utf8")).toBe(text);
  });
});

describe("gridient store gc", () => {
  it("keeps the stamps of its experiments, and removes others", async () => {
    expect((await gridient(cwd, ["store", "gc"])).stdout).not.toContain("stamp");
    await writeFile(join(cwd, "experiments/other.yaml"), SPEC);
    await rm(join(cwd, FILE));
    expect((await gridient(cwd, ["store", "gc"])).stdout).toMatch(/^would remove 1 stamp, /m);
  });
});
