/**
 * What the commands say of a search whose results decide what it trains: before its sweep, after it, and where it stops.
 */
import { execa } from "execa";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { gridient, type Ended } from "./run-in.ts";

const BASE = "dataset: {name: moons, samples: 120}\narchitecture: {hidden: [4]}\n";
const DRAWN = `${BASE}eta: {logUniform: {from: 0.01, to: 10}}\n`;
const SPECS = {
  halving: `${DRAWN}epochs: 9\nsweep: {search: {method: halving, configurations: 9}}\n`,
  hyperband: `${DRAWN}epochs: 9\nsweep: {search: {method: hyperband}}\n`,
  tpe: `${DRAWN}epochs: 2\nsweep: {search: {method: tpe, configurations: 8, generation: 3}}\n`,
  race: `${BASE}eta: [0.01, 1, 3]\nepochs: 2\nreplicates: 9\nsweep: {search: {method: racing}}\n`,
  program: `kind: program
command: [node, -e, "if (process.argv[1] > 0.5) process.exit(3); console.log(JSON.stringify({loss: 1}))", "\${a}"]
files: [program.yaml]
metrics: {loss: minimize}
epochs: 3
parameters: {a: [0.1, 0.4, 0.9]}
sweep: {search: {method: halving}}
`,
};
const GIT = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];

let cwd: string;
/** What plans and checks say before anything has trained. */
let before: Readonly<Record<"plan" | "hyperband" | "tpe" | "race" | "validate", Ended>>;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "package.json"), "{}");
  for (const [name, spec] of Object.entries(SPECS)) await writeFile(fileOf(name), spec);
  before = {
    plan: await run("plan", "experiments/halving.yaml"),
    hyperband: await run("plan", "experiments/hyperband.yaml"),
    tpe: await run("plan", "experiments/tpe.yaml"),
    race: await run("plan", "experiments/race.yaml"),
    validate: await run("validate", "experiments/tpe.yaml"),
  };
  for (const name of ["halving", "tpe", "race"]) await run("sweep", `experiments/${name}.yaml`, "--quiet");
});

function fileOf(name: string): string {
  return join(cwd, "experiments", `${name}.yaml`);
}

function run(...args: readonly string[]): Promise<Ended> {
  return gridient(cwd, args);
}

/** Returns the rows of a table of results by column. */
async function trialsOf(name: string): Promise<Record<string, string>[]> {
  const [header = "", ...rows] = (await readFile(join(cwd, "results", name, "trials.csv"), "utf8"))
    .trim()
    .split("\n");
  const columns = header.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, i) => [columns[i]!, cell])));
}

describe("before its sweep", () => {
  it("plan shows what is known, and the work beside that of training everything", () => {
    expect(before.plan.stdout).toMatch(/^halving: 9 configurations, 9 trials so far\n/);
    expect(before.plan.stdout).toMatch(/^rungs +9 x 1 epoch, 3 x 3 epochs, 1 x 9 epochs$/m);
    expect(before.plan.stdout).toMatch(/^work +at most 21 of 81, 26 %, of the epochs of training all/m);
    expect(before.hyperband.stdout).toMatch(
      /^bracket 1 +9 x 1 epoch, 3 x 3 epochs, 1 x 9 epochs\nbracket 2 +5 x 3 epochs, 1 x 9 epochs\nbracket 3 +3 x 9 epochs$/m,
    );
    expect(before.plan.stdout).toMatch(/^time .* for these trials$/m);
    expect(before.tpe.stdout).toMatch(/^then +5 configurations, 3 at a time, chosen by the results before$/m);
    expect(before.race.stdout).toMatch(/^race +compares configurations after 3, 6, 9 replicates/m);
    expect(before.race.stdout).toMatch(/^work +at least 9 and at most 27 trials$/m);
  });

  it("validate says that these are the first trials", () => {
    expect(before.validate.stdout).toBe("experiments/tpe.yaml: valid, 3 configurations, 3 trials at first");
  });
});

describe("after its sweep", () => {
  it("plan has nothing to train, and nothing to choose", async () => {
    const { stdout } = await run("plan", "experiments/tpe.yaml");
    expect(stdout).toMatch(/^tpe: 8 configurations, 8 trials so far\n/);
    expect(stdout).toMatch(/^to train +0$/m);
    expect(stdout).not.toContain("chosen by the results before");
  });

  it("explain says how far a trial got, and near what it was chosen", async () => {
    const best = (await trialsOf("halving")).find(({ epochs }) => epochs === "9")!;
    const { stdout } = await run("explain", "experiments/halving.yaml", best["trial"]!);
    expect(stdout).toMatch(
      /after 1 epoch: place \d of 9, 3 continued, after 3 epochs: place 1 of 3, 1 continued, after 9 epochs: place 1 of 1\n/,
    );
    const json = JSON.parse((await run("explain", "experiments/tpe.yaml", "7", "--json")).stdout) as object;
    expect(json).toMatchObject({ search: "tpe", generation: 3, near: expect.any(Array) });
    const chosen = await run("explain", "experiments/tpe.yaml", "7");
    expect(chosen.stdout).toMatch(/chosen in generation 3 (?:near configuration \d|from the whole space)\n/);
  });

  it.each(["halving", "tpe", "race"])("repro prints each trial of %s as its table has it", async (name) => {
    const trials = await trialsOf(name);
    const last = trials.at(-1)!;
    const { stdout, stderr } = await run("repro", `experiments/${name}.yaml`, last["trial"]!);
    expect(stderr).toBe("");
    expect(stdout).toContain(`# id ${last["id"]}`);
  });

  it("gc finds all of its records in use", async () => {
    const records = await digestsBelow(join(cwd, "results/.store"));
    const all = ["halving", "tpe", "race"].map((name) => `experiments/${name}.yaml`);
    await run("store", "gc", ...all, "--yes");
    for (const name of all) expect((await run("sweep", name, "--check")).stdout).toMatch(/^same bytes/m);
    expect(Object.keys(records).length).toBeGreaterThan(0);
  });

  it("review knows that results belong to it", async () => {
    const git = (...args: readonly string[]) => execa("git", [...GIT, ...args], { cwd });
    await git("init", "-q");
    await git("add", "-A");
    await git("commit", "-qm", "first");
    const { exitCode, stdout } = await run(
      "review",
      "experiments/halving.yaml",
      "experiments/tpe.yaml",
      "--base",
      "HEAD",
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain("No trial and no result changes");
    expect(stdout).not.toContain("there are no results of it as it is now");
  });
});

describe("what needs all trials before training", () => {
  it.each([
    ["--shard", "1/2"],
    ["--only", "eta=1"],
  ])("refuses %s", async (option, value) => {
    const { exitCode, stderr } = await run("sweep", "experiments/tpe.yaml", option, value);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      `${option} needs all trials to be known before training (experiments/tpe.yaml has search: tpe`,
    );
  });

  it("refuses to leave a search to a fleet, and chosen programs to its workers", async () => {
    const redis = ["--runner", "bullmq", "--redis", "redis://127.0.0.1:1"];
    const left = await run("sweep", "experiments/tpe.yaml", ...redis, "--detach");
    expect(left.stderr).toContain("--detach needs all trials to be known before training");
    const drawn = "sweep.search={method: tpe, configurations: 9}";
    const parameters = "parameters={a: {uniform: {from: 0, to: 1}}}";
    const args = ["--set", drawn, "--set", parameters, "--allow-programs", "--out", "other"];
    const chosen = await run("sweep", "experiments/program.yaml", ...redis, ...args);
    expect(chosen.stderr).toContain("A fleet cannot train the programs of search: tpe");
  });
});

it("a trial that fails stops a search, in words", async () => {
  const { exitCode, stderr } = await run("sweep", "experiments/program.yaml", "--allow-programs");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("note: the search stops here: 1 trial of this round failed");
  const summary = await readFile(join(cwd, "results/program/summary.md"), "utf8");
  expect(summary).toContain(
    "The search has not ended: it continues when every trial that it has begun has a record.",
  );
  expect(summary).not.toContain("It took");
});
