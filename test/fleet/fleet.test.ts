import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { gridient, gridientProcess } from "../commands/run-in.ts";
import {
  folderWith,
  localResults,
  resultsIn,
  startWorker,
  sweepOn,
  until,
  type Running,
} from "../support/fleet.ts";
import { loadedSources, PROBE } from "../support/loaded-sources.ts";
import { itLong } from "../support/long-form.ts";
import { HAS_REDIS, RedisServer } from "../support/redis-server.ts";

/** Twelve jobs of two trials. */
const SPEC = `
dataset: {name: digits, train: 2000, validation: 100, test: 100}
architecture: {hidden: [[], [8]]}
eta: [0.3, 3]
epochs: [2, 30]
replicates: 3
run: {keep: last}
`;

describe.skipIf(!HAS_REDIS)("a fleet", { timeout: 240_000 }, () => {
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

  const worker = (...args: string[]): Running => {
    const found = startWorker(cwd, redis.url, ...args);
    running.push(found);
    return found;
  };
  const sweep = (...args: string[]): Running => {
    const found = sweepOn(cwd, redis.url, ...args);
    running.push(found);
    return found;
  };
  /** Batches that wait. */
  const waiting = (): Promise<number> => redis.client.zcard("gridient:trials-t1-f2:prioritized");
  /** Trials that the one worker has trained. */
  const trained = async (): Promise<number> => {
    const [key] = await redis.client.keys("gridient:worker:*");
    return (JSON.parse((await redis.client.get(key!))!) as { done: number }).done;
  };
  const run = (...args: string[]) => gridient(cwd, [...args, "--redis", redis.url]);

  it("comes to the bytes of threads, keeps weights, and leaves nothing in Redis", async () => {
    cwd = await folderWith(SPEC);
    const [one] = [worker(), worker()];
    expect(await sweep().ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await resultsIn(cwd)).toEqual(await localResults(SPEC));
    const paths = await readdir(join(cwd, "results/.store"), { recursive: true });
    expect(paths.filter((path) => path.endsWith(".safetensors"))).toHaveLength(24);
    one.kill("SIGTERM");
    expect(await one.ended).toMatchObject({ exitCode: 0 });
    const passing = /:worker|:stalled-check$/; // they end by themselves
    const keys = (await redis.client.keys("*")).filter((key) => !passing.test(key));
    expect(keys.toSorted()).toEqual([
      "gridient:clock",
      ...["events", "id", "meta"].map((key) => `gridient:trials-t1-f2:${key}`),
    ]);
  });

  it.each(["halving, configurations: 9", "tpe, configurations: 8, generation: 4"])(
    "decides as threads do, however its trials arrive: %s",
    async (method) => {
      const space = "dataset: moons\narchitecture: {hidden: [4]}\neta: {logUniform: {from: 0.01, to: 10}}\n";
      const spec = `${space}epochs: 9\nsweep: {search: {method: ${method}}}\n`;
      cwd = await folderWith(spec);
      worker();
      worker();
      expect(await sweep().ended).toMatchObject({ exitCode: 0 });
      expect(await resultsIn(cwd)).toEqual(await localResults(spec));
    },
  );

  it("has the weights come back that pictures need: nothing trains again here", async () => {
    const unkept = SPEC.replace("run: {keep: last}", "").replace("epochs: [2, 30]", "epochs: 2");
    cwd = await folderWith(unkept);
    worker();
    expect(await sweep().ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await resultsIn(cwd)).toEqual(await localResults(unkept));
  });

  itLong(
    "trains detached sweeps, shows them, and hands the records to the same sweep when it comes back",
    async () => {
      cwd = await folderWith(SPEC);
      const detached = await run("sweep", "experiments/exp.yaml", "--detach");
      expect(detached.stdout).toMatch(
        /^exp: 24 trials in the queue as [0-9a-f]{16}; to collect their results: npm run sweep -- experiments\/exp.yaml --redis .*127/,
      );
      expect((await run("sweep", "experiments/exp.yaml", "--detach")).exitCode).toBe(0);
      expect((await run("status")).stdout).toMatch(/12 batches wait, the first of them for .*no workers$/s);
      worker("--concurrency", "2");
      await until(async () => / 0 of 2 +[\d.]+ +24 +0$/m.test((await run("status")).stdout)); // told once a second
      const { stdout } = await run("status");
      expect(stdout).toMatch(/^sweep +id +trials +trained +failed\nexp +[0-9a-f]{16} +24 +24 +0$/m);
      expect(stdout).toMatch(/^worker +busy +trials\/s +trained +failed\n\S+ +0 of 2 +[\d.]+ +24 +0$/m);
      const status = JSON.parse((await run("status", "--json")).stdout) as { queue: object };
      expect(status.queue).toEqual({ waiting: 0, active: 0, oldest: null });
      expect(await sweep().ended).toMatchObject({ exitCode: 0, stderr: "" });
      expect(await resultsIn(cwd)).toEqual(await localResults(SPEC));
      expect((await run("status")).stdout).toContain("no sweeps");
    },
  );

  itLong("lets a coordinator be killed and started again", async () => {
    cwd = await folderWith(SPEC);
    const first = sweep();
    await until(async () => (await redis.client.hlen("gridient:sweeps")) === 1);
    await until(async () => (await waiting()) === 12);
    first.kill("SIGKILL");
    await first.ended;
    worker();
    const [id] = await redis.client.hkeys("gridient:sweeps");
    await until(async () => (await redis.client.xlen(`gridient:reports:${id}`)) >= 3);
    const { exitCode, stdout } = await sweep().ended;
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(await resultsIn(cwd)).toEqual(await localResults(SPEC));
    expect(await redis.client.hlen("gridient:sweeps")).toBe(0);
    await until(async () => (await trained()) >= 24);
    expect(await trained()).toBe(24); // and none twice
  });

  itLong("goes on when the coordinator is interrupted, and stops when it is cancelled", async () => {
    cwd = await folderWith(SPEC);
    const first = sweep();
    await until(async () => (await waiting()) === 12);
    first.kill("SIGINT");
    const { exitCode, stderr } = await first.ended;
    expect(exitCode).toBe(130);
    expect(stderr).toContain("the fleet continues with its queue");
    const second = sweep();
    await until(
      async () => (await redis.client.exists(...(await redis.client.keys("*collector*")), "x")) === 1,
    );
    expect(await run("cancel", "nothing")).toMatchObject({ exitCode: 2 });
    expect((await run("cancel", "exp")).stdout).toMatch(/^cancelled: exp \([0-9a-f]{16}\)$/);
    const ended = await second.ended;
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain("error: exp was cancelled");
    expect(await waiting()).toBe(0);
    expect(await redis.client.keys("*:reports:*")).toEqual([]);
  });

  itLong("is shared by sweeps: the later one need not wait for the earlier one's end", async () => {
    const long = SPEC.replace("replicates: 3", "replicates: 60");
    const cwds = [await folderWith(long), await folderWith(SPEC.replace("[0.3, 3]", "[0.5, 2]"))];
    cwd = cwds[0]!;
    const first = sweep();
    await until(async () => (await waiting()) >= 100);
    worker();
    await until(async () => Number(await redis.client.get("gridient:clock")) > 2);
    cwd = cwds[1]!;
    const second = await sweep().ended;
    expect(second).toMatchObject({ exitCode: 0 });
    expect(first.said()).not.toContain("results:");
    first.kill("SIGINT");
    expect((await first.ended).exitCode).toBe(130);
  });

  it("tells the user that no worker is there, and of a Redis that is not", async () => {
    cwd = await folderWith(SPEC);
    const waiting = sweep();
    await until(() =>
      waiting.said().includes(`no worker is connected; start one: gridient worker --redis ${redis.url}`),
    );
    const { exitCode, stderr } = await gridient(cwd, ["worker", "--redis", "redis://me:secret@127.0.0.1:1"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("No Redis server answers at redis://me:***@127.0.0.1:1: connect ECONNREFUSED");
    expect(stderr).not.toContain("secret");
  });
});

describe("a plain sweep", () => {
  it("loads nothing of BullMQ", async () => {
    const cwd = await folderWith("{dataset: xor, architecture: {hidden: []}, eta: 1, epochs: 1}");
    const file = join(cwd, "loaded");
    await gridientProcess(cwd, ["sweep", "experiments/exp.yaml"], {
      NODE_OPTIONS: `--import ${PROBE}`,
      GRIDIENT_LOADED: file,
    });
    const loaded = (await loadedSources(file)).join("\n");
    expect(loaded).toContain("train-missing");
    expect(loaded).not.toMatch(/bullmq|ioredis|src.fleet/);
  });
});
