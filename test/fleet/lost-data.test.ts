import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../src/fleet/connection.ts";
import { fleetStatus } from "../../src/fleet/fleet-status.ts";
import {
  COUNTS,
  collectorKey,
  pieceKey,
  QUEUE,
  reportsKey,
  SWEEPS,
  VERSIONS,
  WORKERS,
  workerKey,
} from "../../src/fleet/names.ts";
import { parseSweeps } from "../../src/fleet/sweep-entries.ts";
import { readStates } from "../../src/fleet/worker-state.ts";
import { gridient } from "../commands/run-in.ts";
import {
  folderWith,
  localResults,
  resultsIn,
  startWorker,
  sweepOn,
  until,
  type Running,
} from "../support/fleet.ts";
import { itLong } from "../support/long-form.ts";
import { HAS_REDIS, RedisServer } from "../support/redis-server.ts";

/** Twelve trials of about 0.1 s. */
const SPEC = `
dataset: {name: digits, train: 2000, validation: 100, test: 100}
architecture: {hidden: [[], [8]]}
eta: [0.3, 3]
epochs: 100
replicates: 3
`;
const QUICK = "{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2], epochs: 2}\n";
const TABLE = SPEC.replace(/dataset: .*/, "dataset: {name: csv, path: t.csv, target: y}");
const ENTRY = { format: 2, trainerVersion: 1, id: "a", name: "n", trials: 1, data: [] };
const NONSENSE = ["no JSON", "null", "[]", "7", "{}", '{"id":7}', JSON.stringify({ ...ENTRY, data: [7] })];

describe.skipIf(!HAS_REDIS)("a Redis that says no at the start", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  const cases: readonly (readonly [string, string[][], string[][], string, string])[] = [
    [
      "is full",
      [["CONFIG", "SET", "maxmemory", "1"]],
      [["CONFIG", "SET", "maxmemory", "0"]],
      "",
      "OOM .*. Its memory is full: raise",
    ],
    [
      "is a replica",
      [["REPLICAOF", "127.0.0.1", "1"]],
      [["REPLICAOF", "NO", "ONE"]],
      "",
      "READONLY .* This server is a replica: use its primary",
    ],
    [
      "forbids it",
      [["ACL", "SETUSER", "some", "on", ">p", "~gridient:*", "+@read", "+info", "+ping"]],
      [],
      "some:p@",
      "NOPERM .* Its user must be allowed",
    ],
  ];
  it.each(cases)(
    "as it %s, is told of by whoever writes, and status warns",
    async (_, spoil, mend, user, says) => {
      for (const [command, ...args] of spoil) await redis.client.call(command!, ...args);
      const url = redis.url.replace("//", `//${user}`);
      const fault = await connect(url).catch(
        (error: Error & { hint?: string }) => `${error.message} ${error.hint}`,
      );
      expect(fault).toMatch(new RegExp(`^Redis refuses what the fleet needs: ${says}`));
      const reader = await connect(url, "reader");
      expect(reader.warnings).toEqual([expect.stringMatching(says)]);
      await reader.close();
      for (const [command, ...args] of mend) await redis.client.call(command!, ...args);
    },
  );

  it("may throw away what waits, which is told", async () => {
    await redis.client.config("SET", "maxmemory-policy", "allkeys-lru");
    const connection = await connect(redis.url);
    expect(connection.warnings).toEqual([expect.stringContaining("maxmemory-policy allkeys-lru")]);
    await connection.close();
    await redis.client.config("SET", "maxmemory-policy", "noeviction");
  });

  it("holds what others wrote: it is passed over with a warning", async () => {
    const strange = Object.fromEntries(NONSENSE.map((text, i) => [`s${i}`, text]));
    expect(parseSweeps({ ...strange, a: JSON.stringify(ENTRY) })).toEqual([ENTRY]);
    const { client } = redis;
    await client.hset(SWEEPS, { ...strange, a: JSON.stringify(ENTRY) });
    await client.hset(COUNTS, "a:done", "many");
    for (const text of [...NONSENSE, '{"name":"w","host":"h","active":[null],"threads":1}']) {
      await client.sadd(WORKERS, text);
      await client.set(workerKey(text), text);
    }
    expect(await readStates(client)).toEqual([]);
    const connection = await connect(redis.url);
    await connection.queue.pause();
    await client.zadd(`gridient:${QUEUE}:prioritized`, 1, "x");
    await client.hset(`gridient:${QUEUE}:x`, { name: "batch", data: "{}", opts: "no JSON", timestamp: "1" });
    expect(await fleetStatus(connection)).toMatchObject({
      sweeps: [{ ...ENTRY, done: 0 }],
      warnings: [
        "the queue is paused: workers get no trials",
        expect.stringContaining(`${NONSENSE.length} entries`),
      ],
    });
    await connection.close();
    await client.flushall();
  });
});

describe.skipIf(!HAS_REDIS)("a sweep comes to its end", { timeout: 180_000 }, () => {
  let redis: RedisServer;
  let running: Running[] = [];
  beforeAll(async () => {
    redis = await RedisServer.start("--appendonly", "no");
  });
  afterEach(async () => {
    for (const { kill } of running) kill("SIGKILL");
    await Promise.all(running.map(({ ended }) => ended));
    running = [];
    await redis.client.flushall();
  });
  afterAll(() => redis.stop());

  /** Begins a sweep with a worker; the worker has taken a batch. */
  async function begin(spec: string): Promise<{ cwd: string; sweep: Running; worker: Running }> {
    const cwd = await folderWith(spec);
    await writeTable(cwd);
    const [worker, sweep] = [startWorker(cwd, redis.url), sweepOn(cwd, redis.url)];
    running.push(worker, sweep);
    await until(async () => (await redis.client.llen(`gridient:${QUEUE}:active`)) > 0);
    return { cwd, sweep, worker };
  }

  async function expectWhole(cwd: string, sweep: Running, says: RegExp): Promise<void> {
    const { exitCode, stderr } = await sweep.ended;
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(says) as string,
    });
    expect(Object.keys(await resultsIn(cwd))).toContain("summary.json");
  }

  itLong("though Redis is emptied", async () => {
    const { cwd, sweep } = await begin(SPEC);
    await redis.client.flushall();
    await expectWhole(cwd, sweep, /Redis has lost the sweep; sending it again/);
    expect(await resultsIn(cwd)).toEqual(await localResults(SPEC));
    expect(await redis.client.hlen(SWEEPS)).toBe(0);
  });

  itLong("though Redis is started again without its file", async () => {
    const { cwd, sweep } = await begin(SPEC);
    await redis.kill();
    await redis.start();
    await expectWhole(cwd, sweep, /Redis has lost the sweep/);
  });

  itLong("though the data are gone before a worker has fetched them", async () => {
    const cwd = await folderWith(TABLE);
    await writeTable(cwd);
    const sweep = sweepOn(cwd, redis.url);
    running.push(sweep);
    await until(async () => (await redis.client.keys("gridient:data:*:0")).length > 0);
    for (const key of await redis.client.keys("gridient:data:*")) await redis.client.del(key);
    running.push(startWorker(cwd, redis.url));
    await expectWhole(cwd, sweep, /^/);
    expect(pieceKey("x", 0)).toBe("gridient:data:x:0");
  });

  itLong("though others write into every key of it", async () => {
    const { cwd, sweep } = await begin(SPEC);
    const { client } = redis;
    const [id] = (await client.hkeys(SWEEPS)) as [string];
    await client.hset(SWEEPS, id, "null", "other", "no JSON");
    await client.set(collectorKey(id), "no JSON");
    await client.sadd(WORKERS, "w");
    await client.set(workerKey("w"), '{"name":"w","host":"h","active":[null],"threads":1}');
    for (const text of NONSENSE) await client.xadd(reportsKey(id), "*", "report", text);
    const others = Array.from({ length: 20_000 }, () => client.xadd(reportsKey(id), "*", "report", "{}"));
    await Promise.all(others);
    for (const name of await client.zrange(`gridient:${QUEUE}:prioritized`, "0", "-1"))
      await client.hset(`gridient:${QUEUE}:${name}`, "opts", "no JSON");
    await expectWhole(cwd, sweep, /ignoring a report that is not valid/);
  });

  it("though a worker cancels a trial that nobody has stopped, as Redis had lost the sweep for a moment", async () => {
    const cwd = await folderWith(QUICK);
    const sweep = sweepOn(cwd, redis.url);
    running.push(sweep);
    const queued = `gridient:${QUEUE}:prioritized`;
    await until(async () => (await redis.client.zcard(queued)) > 0);
    const [[id], [batch]] = [await redis.client.hkeys(SWEEPS), await redis.client.zrange(queued, 0, "-1")];
    const { jobs } = JSON.parse((await redis.client.hget(`gridient:${QUEUE}:${batch}`, "data"))!) as {
      jobs: { ids: string[] }[];
    };
    const failure = { code: "E_CANCELLED", message: "Cancelled" };
    const endings = jobs.flatMap(({ ids }) => ids.map((own) => ({ id: own, status: "cancelled", failure })));
    const report = { kind: "report", ...VERSIONS, sweep: id, batch, worker: "w", endings };
    await redis.client.xadd(reportsKey(id!), "*", "report", JSON.stringify(report));
    await until(async () => (await redis.client.xlen(reportsKey(id!))) === 0);
    running.push(startWorker(cwd, redis.url));
    await expectWhole(cwd, sweep, /^/);
  });

  itLong("though its queue is paused, which is told", async () => {
    const cwd = await folderWith(SPEC);
    const connection = await connect(redis.url);
    await connection.queue.pause();
    const sweep = sweepOn(cwd, redis.url);
    running.push(startWorker(cwd, redis.url), sweep);
    await until(() => sweep.said().includes("its queue is paused"));
    await connection.queue.resume();
    await connection.close();
    await expectWhole(cwd, sweep, /no trial has finished for 20 s/);
  });
});

describe.skipIf(!HAS_REDIS)("a worker whose Redis starts to say no", { timeout: 60_000 }, () => {
  itLong("says so", async () => {
    const redis = await RedisServer.start();
    const cwd = await folderWith(SPEC);
    const worker = startWorker(cwd, redis.url);
    await until(() => worker.said().includes("threads wait"));
    await redis.client.config("SET", "maxmemory", "1");
    await until(() => worker.said().includes("OOM"));
    await redis.client.config("SET", "maxmemory", "0");
    await setTimeout(1000);
    expect((await gridient(cwd, ["status", "--redis", redis.url])).stdout).toMatch(/0 of 1/);
    worker.kill("SIGINT");
    expect((await worker.ended).exitCode).toBe(0);
    await redis.stop();
  });
});

async function writeTable(cwd: string): Promise<void> {
  const rows = Array.from({ length: 3000 }, (_, i) => `${(i * 7) % 13},${(i * 5) % 11},${i % 2 ? "a" : "b"}`);
  await writeFile(join(cwd, "experiments/t.csv"), `u,v,y\n${rows.join("\n")}\n`);
}
