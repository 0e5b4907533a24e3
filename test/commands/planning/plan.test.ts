import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { RULED_SPEC } from "../../spec/valid-spec.ts";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { gridient, type Ended } from "../run-in.ts";

const XOR = "dataset: xor\narchitecture: {hidden: [[2], [4]]}\neta: 5\nepochs: [2, 3]\nreplicates: 3\n";
const MANY =
  "dataset: moons\narchitecture: {hidden: [4]}\neta: {range: {from: 1, to: 40, step: 1}}\nepochs: 1\n";

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await writeFile(join(cwd, "xor.yaml"), XOR);
  await writeFile(join(cwd, "many.yaml"), MANY);
  await writeFile(join(cwd, "base.yaml"), RULED_SPEC);
  await writeFile(join(cwd, "ruled.yaml"), "extends: base.yaml\nreplicates: 2\n");
});

function plan(...args: readonly string[]): Promise<Ended> {
  return gridient(cwd, ["plan", ...args], { XDG_CACHE_HOME: join(cwd, "cache") });
}

async function json(...args: readonly string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await plan(...args, "--json")).stdout) as Record<string, unknown>;
}

describe("gridient plan", () => {
  it("shows every configuration with its cost, and what the sweep takes", async () => {
    const { exitCode, stdout, stderr } = await plan("xor.yaml", "--workers", "2");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^xor: 4 configurations x 3 replicates = 12 trials\n/);
    expect(stdout).toMatch(/^3 +\[4\] +3 +22 +[\d,]+ +[\d.e-]+ s$/m);
    expect(stdout).toMatch(/^to train +12 in 6 trainings: trials that differ only in epochs share one$/m);
    expect(stdout).toMatch(/^time +(?:about \S.*|less than 1 s) with 2 workers$/m);
    expect(stdout).toMatch(/^memory +about \d+ MB$/m);
  });

  it("says which trainings are not shared, and why", async () => {
    const { stdout } = await plan("xor.yaml", "--set", "schedule=[constant, cosine]");
    expect(stdout).toMatch(
      /^not shared +4 of 8 configurations train alone, because their training depends on epochs: schedule: cosine$/m,
    );
    const stops = ["--set", "earlyStopping={metric: testLoss, patience: 1, restoreBest: true}"];
    expect((await plan("xor.yaml", ...stops)).stdout).toMatch(
      /^not shared +all configurations train alone, .*: restoreBest: true$/m,
    );
    const single = await plan("xor.yaml", "--set", "schedule=cosine", "--set", "epochs=3");
    expect(single.stdout).not.toContain("not shared");
  });

  it("shows axes where configurations are many, in lines of 80 columns", async () => {
    const { stdout } = await plan("many.yaml");
    expect(stdout).toMatch(/^eta +40 +1, 2, 3, .*, \.\.\., 40$/m);
    expect(stdout).toMatch(/^parameters +22$/m);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it("tells what each rule came to, with its line and, if it is another, its file", async () => {
    const { stdout } = await plan("ruled.yaml");
    expect(stdout).toMatch(/^zip budget +base.yaml:6 +2 values$/m);
    expect(stdout).toMatch(/^variants deep +base.yaml:9 +\d+ configurations$/m);
    expect(stdout).toMatch(/^when +base.yaml:12 +sets values in \d+$/m);
    expect(stdout).toMatch(/^exclude +base.yaml:16 +excludes \d+$/m);
    expect(stdout).toMatch(/^include baseline +base.yaml:20 +adds 1$/m);
    expect((await plan("base.yaml")).stdout).toMatch(/^when +12 +sets/m);
  });

  it("adds up: grid, less what is left out, and what is added", async () => {
    const planned = (await json("ruled.yaml")) as unknown as {
      configurations: number;
      duplicates: number;
      rules: { rule: string; count: number }[];
      list: unknown[];
    };
    const total = (rule: string): number =>
      planned.rules.filter((one) => one.rule === rule).reduce((sum, { count }) => sum + count, 0);
    const left = total("variants") - total("exclude") + total("include") - planned.duplicates;
    expect(planned.configurations).toBe(left);
    expect(planned.list).toHaveLength(left);
  });

  it("counts stored trials, predicts nothing for them, and leaves the store as it is", async () => {
    const before = await json("xor.yaml");
    expect(before).toMatchObject({ stored: 0, missing: 12, trainings: 6 });
    await gridient(cwd, ["sweep", "xor.yaml", "--set", "architecture.hidden=[2]"]);
    const store = await digestsBelow(join(cwd, "results/.store"));
    expect(await json("xor.yaml")).toMatchObject({ stored: 6, missing: 6, trainings: 3 });
    expect((await plan("xor.yaml")).stdout).toMatch(/^stored +6 in results\/\.store$/m);
    const elsewhere = await json("xor.yaml", "--store", "elsewhere");
    expect(elsewhere).toMatchObject({ stored: 0, missing: 12 });
    expect(await digestsBelow(join(cwd, "results/.store"))).toEqual(store);
  });

  it("says which trials go on from kept weights of shorter ones, and leaves what they had out of the time", async () => {
    const own = ["kept.yaml", "--store", "kept"];
    await writeFile(join(cwd, "kept.yaml"), `${XOR.replace("[2, 3]", "3000")}run: {keep: last}\n`);
    await gridient(cwd, ["sweep", ...own, "--set", "architecture.hidden=[2]"]);
    const longer = [...own, "--set", "epochs=[4000, 90000]"];
    const store = await digestsBelow(join(cwd, "kept"));
    const planned = await json(...longer);
    expect(planned).toMatchObject({
      stored: 0,
      trainings: 6,
      continued: [{ epoch: 3000, trials: [0, 1, 2, 3, 4, 5] }],
    });
    expect((await plan(...longer)).stdout).toMatch(
      /^resume +6 trials \(0-5\) from weights kept at epoch 3000$/m,
    );
    const anew = await json(...longer, "--store", "elsewhere");
    expect(anew).toMatchObject({ continued: [] });
    expect(planned["estimatedSeconds"]).toBeLessThan(anew["estimatedSeconds"] as number);
    expect((await plan(...longer, "--store", "elsewhere")).stdout).not.toContain("resume ");
    expect(await digestsBelow(join(cwd, "kept"))).toEqual(store);
  });

  it("plans one file after the other", async () => {
    const { stdout } = await plan("xor.yaml", "many.yaml");
    expect(stdout).toMatch(/^xor: [\s\S]*\nmany: /);
  });

  it("measures the machine once", async () => {
    await plan("xor.yaml");
    const [first, ...more] = await readdir(join(cwd, "cache/gridient"));
    expect(more).toEqual([]);
    const file = join(cwd, "cache/gridient", first!);
    await writeFile(file, JSON.stringify({ sparse: 1e4, dense: 1e4, rest: 1e4 }));
    expect((await json("xor.yaml"))["estimatedSeconds"]).toBeGreaterThan(1000);
    await writeFile(file, "{cut o");
    expect((await json("xor.yaml"))["estimatedSeconds"]).toBeLessThan(1000);
  });
});
