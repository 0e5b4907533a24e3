import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { resultsIn, startWorker, sweepOn, until, type Running } from "../support/fleet.ts";
import { HAS_REDIS, RedisServer } from "../support/redis-server.ts";

const SPEC = `kind: program
command: [/bin/sh, program.sh, "\${eta}", "\${seed}"]
folder: code
files: [program.sh]
versions: [cat tool-version]
parameters: {eta: [1, 2, 3]}
replicates: 2
metrics: {loss: minimize}
report: {confirm: 1}
`;
const SCRIPT = `echo "training with $1"; while [ -e hold ]; do sleep 0.05; done; echo "{\\"loss\\": $1$2}"\n`;

describe.skipIf(!HAS_REDIS)("a fleet that runs programs", { timeout: 240_000 }, () => {
  let redis: RedisServer;
  let cwd: string;
  const running: Running[] = [];
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    for (const { kill } of running) kill("SIGKILL");
    await Promise.all(running.splice(0).map(({ ended }) => ended));
    await redis.client.flushall();
  });
  afterAll(() => redis.stop());

  const note = (found: Running): Running => {
    running.push(found);
    return found;
  };
  const worker = (folder: string, ...args: string[]): Running =>
    note(startWorker(folder, redis.url, ...args));
  const sweep = (...args: string[]): Running => note(sweepOn(cwd, redis.url, "--allow-programs", ...args));

  /** A project of its own, as a checkout on another machine is one. */
  async function project(): Promise<string> {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "experiments/code"), { recursive: true });
    await writeFile(join(folder, "package.json"), "{}");
    await writeFile(join(folder, "experiments/exp.yaml"), SPEC);
    await writeFile(join(folder, "experiments/code/program.sh"), SCRIPT);
    await writeFile(join(folder, "experiments/code/tool-version"), "tool 1\n");
    return folder;
  }

  it("has the same bytes as one machine, runs the worker's own files, and leaves nothing in Redis", async () => {
    cwd = await project();
    const other = await project();
    const one = worker(other, "--allow-programs");
    const { exitCode, stderr } = await sweep().ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stderr).not.toMatch(/^(note|error|warning)/m);
    const fleet = await resultsIn(cwd);
    await rm(join(cwd, "results"), { recursive: true });
    const local = await gridient(cwd, ["sweep", "experiments/exp.yaml", "--allow-programs"]);
    expect(local.exitCode, local.stderr).toBe(0);
    expect(fleet).toEqual(await resultsIn(cwd));
    one.kill("SIGTERM");
    await one.ended;
    const keys = await redis.client.keys("*programs*");
    expect(keys.filter((key) => !key.endsWith(":stalled-check"))).toEqual([]);
  });

  it("trains longer trials from the beginning, since checkpoints do not travel, with the same results", async () => {
    cwd = await project();
    const spec = SPEC.replace("eta: [1, 2, 3]", "eta: 1").replace(
      "report: {confirm: 1}",
      "report: {confirm: 0}",
    );
    await writeFile(join(cwd, "experiments/exp.yaml"), `${spec}epochs: [1, 2]\ncheckpoints: true\n`);
    const script = `ls "$GRIDIENT_CHECKPOINT" >> found; touch "$GRIDIENT_CHECKPOINT/state"; ${SCRIPT}`;
    await writeFile(join(cwd, "experiments/code/program.sh"), script);
    worker(cwd, "--allow-programs");
    expect(await sweep().ended).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, "experiments/code/found"), "utf8")).toBe("");
    const fleet = await resultsIn(cwd);
    await rm(join(cwd, "results"), { recursive: true });
    expect(await gridient(cwd, ["sweep", "experiments/exp.yaml", "--allow-programs"])).toMatchObject({
      exitCode: 0,
    });
    expect(await readFile(join(cwd, "experiments/code/found"), "utf8")).toBe("state\nstate\n");
    expect(fleet).toEqual(await resultsIn(cwd));
  });

  it("says that trials wait, and why, until a worker may take them", async () => {
    cwd = await project();
    const [unwilling, changed, stale] = [cwd, await project(), await project()];
    await writeFile(join(changed, "experiments/code/program.sh"), `touch ran; ${SCRIPT}`);
    await writeFile(join(stale, "experiments/code/tool-version"), "tool 2\n");
    const workers = [
      worker(unwilling),
      worker(changed, "--allow-programs"),
      worker(stale, "--allow-programs"),
    ];
    const sweeping = sweep();
    await until(() => /6 trials wait because no worker may take them: .*; .*; /.test(sweeping.said()));
    expect(sweeping.said()).toContain("it was started without --allow-programs");
    expect(sweeping.said()).toContain("its files differ: code/program.sh");
    expect(sweeping.said()).toContain(
      "cat tool-version prints tool 2 here, and tool 1 where the sweep began",
    );
    await until(() => workers.every(({ said }) => said().includes("note: taking no trials of exp: ")));
    await expect(readFile(join(changed, "experiments/code/ran"))).rejects.toThrow("ENOENT");
    worker(await project(), "--allow-programs");
    expect(await sweeping.ended).toMatchObject({ exitCode: 0 });
  });

  it("trains again what a killed worker was training, and leaves no process of it", async () => {
    cwd = await project();
    const held = await project();
    await writeFile(join(held, "experiments/code/hold"), "");
    const first = worker(held, "--allow-programs");
    const sweeping = sweep();
    await until(async () => (await redis.client.keys("gridient:programs-*:active")).length > 0);
    await until(async () => {
      const [key = ""] = await redis.client.keys("gridient:worker:*");
      return /"active":\[\{/.test((await redis.client.get(key)) ?? "");
    });
    first.kill("SIGKILL");
    await first.ended;
    worker(await project(), "--allow-programs");
    expect(await sweeping.ended).toMatchObject({ exitCode: 0 });
    const table = await readFile(join(cwd, "results/exp/trials.csv"), "utf8");
    expect(table.match(/completed/g)).toHaveLength(6);
  });

  it("asks for consent where the sweep begins, and takes no --set", async () => {
    cwd = await project();
    const args = ["sweep", "experiments/exp.yaml", "--redis", redis.url];
    const refused = await gridient(cwd, args);
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr).toContain("runs a program, which must be allowed: /bin/sh program.sh");
    const set = await gridient(cwd, [...args, "--allow-programs", "--set", "epochs=2"]);
    expect(set).toMatchObject({ exitCode: 2 });
    expect(set.stderr).toContain("so --set cannot change its program");
  });

  it("runs shards, whose records one machine merges", async () => {
    cwd = await project();
    const others = [await project(), await project()];
    for (const [i, folder] of others.entries()) {
      const shard = ["sweep", "experiments/exp.yaml", "--allow-programs", "--shard", `${i + 1}/2`];
      expect(await gridient(folder, shard)).toMatchObject({ exitCode: 0 });
      await cp(join(folder, "results/.store"), join(cwd, `store-${i}`), { recursive: true });
    }
    expect(await gridient(cwd, ["merge", "store-0", "store-1"])).toMatchObject({ exitCode: 0 });
    const merged = await gridient(cwd, ["sweep", "experiments/exp.yaml", "--allow-programs"]);
    expect(merged.stdout).toContain("6 of 7 trials from the store");
    const changed = await project();
    await writeFile(join(changed, "experiments/code/program.sh"), `${SCRIPT}# changed\n`);
    await cp(join(cwd, "results/.store"), join(changed, "results/.store"), { recursive: true });
    const other = await gridient(changed, ["sweep", "experiments/exp.yaml", "--allow-programs"]);
    expect(other.stdout).not.toContain("from the store");
  });
});
