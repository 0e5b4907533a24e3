import { readdir } from "node:fs/promises";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import {
  folderWith,
  localResults,
  resultsIn,
  start,
  startWorker,
  startWorkerIn,
  sweepOn,
  until,
  type Running,
} from "../support/fleet.ts";
import { IS_LONG, itLong } from "../support/long-form.ts";
import { HAS_NAMESPACES, NetworkNamespace } from "../support/network-namespace.ts";
import { HAS_REDIS, RedisServer, sparePort } from "../support/redis-server.ts";
import { storedLines } from "../support/stored-records.ts";

const KILLS = IS_LONG ? 50 : 2;
/** Trials: 50 kills take most of the 200, on a slow machine as on a fast one. */
const MOST_BETWEEN_KILLS = 5;
const CUT_SECONDS = IS_LONG ? 30 : 2;
const TIMEOUT = IS_LONG ? 1_800_000 : 120_000;
const STRIKE = `--import ${new URL("../support/faults/striking-worker.mjs", import.meta.url).href}`;

/** Twenty-four trials of about 0.1 s. */
const SPEC = `
dataset: {name: digits, train: 2000, validation: 100, test: 100}
architecture: {hidden: [[], [8]]}
eta: [0.3, 3]
epochs: 100
replicates: 6
`;
/** 200 of them, twice as long. */
const MANY = SPEC.replace("100\nreplicates: 6", "200\nreplicates: 50");
const FEW: readonly [spec: string, trials: number] = [SPEC, 24];

describe.skipIf(!HAS_REDIS)("a fleet comes to the bytes of threads", { timeout: TIMEOUT }, () => {
  let redis: RedisServer;
  const networks: NetworkNamespace[] = [];
  const running = new Set<Running>();
  beforeAll(async () => {
    if (IS_LONG && HAS_NAMESPACES)
      networks.push(await NetworkNamespace.make(1), await NetworkNamespace.make(2));
    const bind = ["127.0.0.1", ...networks.map(({ address }) => address)];
    redis = await RedisServer.start("--bind", ...bind, "--protected-mode", "no");
  });
  afterEach(async () => {
    for (const { kill } of running) {
      kill("SIGCONT");
      kill("SIGKILL");
    }
    await Promise.all([...running].map(({ ended }) => ended));
    running.clear();
    await redis.client.flushall();
  });
  afterAll(async () => {
    await redis.stop();
    for (const network of networks) await network.remove();
  });

  const note = (found: Running): Running => {
    running.add(found);
    return found;
  };
  const worker = (cwd: string, url = redis.url): Running => note(startWorker(cwd, url));
  const begun = (): Promise<void> =>
    until(async () => (await redis.client.llen("gridient:trials-t1-f2:active")) > 0);

  /** Waits for the end of a sweep: all records are there, each once, and the tables are those of threads. */
  const expectWhole = async (cwd: string, sweep: Running, [spec, trials] = FEW): Promise<void> => {
    const { exitCode, stderr } = await sweep.ended;
    expect(exitCode, stderr).toBe(0);
    expect(await resultsIn(cwd)).toEqual(await localResults(spec));
    const paths = await readdir(join(cwd, "results/.store"), { recursive: true });
    expect(storedLines(join(cwd, "results/.store"))).toHaveLength(trials);
    expect(paths.filter((path) => path.includes(".tmp") || path.includes("damaged"))).toEqual([]);
    expect(await redis.client.keys("*:reports:*")).toEqual([]);
    expect(await redis.client.hlen("gridient:sweeps")).toBe(0);
  };

  it(`though workers are killed at ${KILLS} random moments`, async () => {
    const [spec, trials] = IS_LONG ? [MANY, 200] : FEW;
    const cwd = await folderWith(spec);
    const random = new RandomStream([20, 26]);
    const workers = [worker(cwd), worker(cwd)];
    const sweep = note(sweepOn(cwd, redis.url));
    await begun();
    const done = async (): Promise<number> => {
      const [count = 0] = (await redis.client.hvals("gridient:counts")).map(Number);
      return count;
    };
    for (let kill = 0; kill < KILLS; kill++) {
      const next = (await done()) + random.integer(MOST_BETWEEN_KILLS);
      await until(async () => (await done()) >= next);
      await setTimeout(200 * random.uniform());
      const at = random.integer(2);
      workers[at]!.kill("SIGKILL");
      workers[at] = worker(cwd);
    }
    await expectWhole(cwd, sweep, [spec, trials]);
  });

  itLong("though Redis is killed and started again with its append-only file", async () => {
    const cwd = await folderWith(SPEC);
    worker(cwd);
    const sweep = note(sweepOn(cwd, redis.url));
    await begun();
    await redis.kill();
    await setTimeout(500);
    await redis.start();
    await expectWhole(cwd, sweep);
  });

  itLong(`though the network between a worker and Redis is cut for ${CUT_SECONDS} s`, async () => {
    const cwd = await folderWith(SPEC);
    const proxy = await Proxy.start(redis.port);
    worker(cwd, `redis://127.0.0.1:${proxy.port}`);
    const sweep = note(sweepOn(cwd, redis.url));
    await begun();
    proxy.cut();
    worker(cwd);
    await setTimeout(1000 * CUT_SECONDS);
    proxy.mend();
    await expectWhole(cwd, sweep);
    proxy.close();
  });

  it.skipIf(!IS_LONG || !HAS_NAMESPACES)(
    "though workers are in networks of their own, and the cable of one is pulled",
    async () => {
      const cwd = await folderWith(SPEC);
      for (const network of networks) note(startWorkerIn(network, cwd, redis.port));
      const sweep = note(sweepOn(cwd, redis.url));
      await until(async () => (await redis.client.llen("gridient:trials-t1-f2:active")) === 2);
      await networks[0]!.cut();
      await setTimeout(1000 * CUT_SECONDS);
      await networks[0]!.mend();
      await expectWhole(cwd, sweep);
    },
  );

  itLong("though a worker hangs, and comes back when others have done its work", async () => {
    const cwd = await folderWith(SPEC);
    const hanging = worker(cwd);
    const sweep = note(sweepOn(cwd, redis.url));
    await begun();
    hanging.kill("SIGSTOP");
    worker(cwd);
    await expectWhole(cwd, sweep);
    hanging.kill("SIGCONT");
  });

  itLong("though reports come twice", async () => {
    const cwd = await folderWith(SPEC);
    await note(sweepOn(cwd, redis.url, "--detach")).ended;
    worker(cwd);
    const [id] = await redis.client.hkeys("gridient:sweeps");
    const reports = `gridient:reports:${id}`;
    await until(async () => (await redis.client.xlen(reports)) >= 4);
    for (const [, fields] of await redis.client.xrange(reports, "-", "+"))
      await redis.client.xadd(reports, "*", ...fields);
    await expectWhole(cwd, note(sweepOn(cwd, redis.url)));
  });
});

describe.skipIf(!HAS_REDIS)("a fleet whose Redis has gone", { timeout: TIMEOUT }, () => {
  itLong("ends when it is asked to", async () => {
    const redis = await RedisServer.start();
    const cwd = await folderWith(SPEC);
    const sweep = sweepOn(cwd, redis.url);
    const workers = [startWorker(cwd, redis.url), startWorker(cwd, redis.url)];
    await until(async () => (await redis.client.llen("gridient:trials-t1-f2:active")) === 2);
    await redis.stop();
    for (const { kill } of [...workers, sweep]) kill("SIGINT");
    expect((await sweep.ended).exitCode).toBe(130);
    for (const { ended } of workers) expect((await ended).exitCode).toBe(0);
  });
});

describe.skipIf(!HAS_REDIS)("a worker", { timeout: TIMEOUT }, () => {
  itLong("ends when it is asked to while it has lost one of its connections", async () => {
    const redis = await RedisServer.start();
    const worker = startWorker(await folderWith(SPEC), redis.url);
    const waiting = async (): Promise<string | undefined> => {
      const clients = (await redis.client.client("LIST")) as string;
      return /^id=(\d+) .*cmd=bzpopmin/m.exec(clients)?.[1];
    };
    await until(async () => (await waiting()) !== undefined);
    await redis.client.client("KILL", "ID", (await waiting())!);
    worker.kill("SIGINT");
    expect((await worker.ended).exitCode).toBe(0);
    await redis.stop();
  });
});

describe.skipIf(!HAS_REDIS)("a trial that kills every worker", { timeout: TIMEOUT }, () => {
  itLong("is given up, and told with the reason; the others are trained", async () => {
    const redis = await RedisServer.start();
    const cwd = await folderWith(
      "{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2, 3], epochs: 3, sweep: {include: [{eta: 9, epochs: 77}]}}\n",
    );
    const sweep = sweepOn(cwd, redis.url);
    const env = { NODE_OPTIONS: STRIKE, FAULT: "kill", FAULT_EPOCH: "50" };
    const args = ["worker", "--redis", redis.url, "--concurrency", "1", "--patience", "1"];
    let deaths = 0;
    let worker = start(cwd, args, env);
    for (;;) {
      const found = await Promise.race([worker.ended.then(() => "dead"), sweep.ended.then(() => "over")]);
      if (found === "over") break;
      deaths += 1;
      worker = start(cwd, args, env);
    }
    worker.kill("SIGKILL");
    const { exitCode, stderr, stdout } = await sweep.ended;
    expect({ exitCode, deaths }).toEqual({ exitCode: 1, deaths: 7 });
    expect(stderr).toContain("error: trial 3 failed: 7 workers were lost while they trained this trial");
    expect(stderr.match(/^error: trial/gm)).toHaveLength(1);
    expect(stdout).toContain("results: results/exp");
    await redis.stop();
  });
});

/** Stands between a worker and Redis. */
class Proxy {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(port: number, target: number) {
    this.port = port;
    this.#server = createServer((near) => {
      const far = createConnection(target, "127.0.0.1");
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on("error", () => to.destroy());
        from.on("close", () => to.destroy());
        from.on("data", (data: Buffer) => to.write(data));
        if (this.#isCut) from.pause();
      }
    }).listen(port, "127.0.0.1");
  }

  static async start(target: number): Promise<Proxy> {
    return new Proxy(await sparePort(), target);
  }

  /** Lets nothing through any more, and closes nothing. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.pause();
  }

  mend(): void {
    this.#isCut = false;
    for (const socket of this.#sockets) socket.resume();
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
