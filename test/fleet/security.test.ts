import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterEach, describe, expect, it } from "vitest";
import { Redis } from "ioredis";
import { gridient } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import {
  folderWith,
  localResults,
  resultsIn,
  start,
  startWorker,
  sweepOn,
  until,
  type Running,
} from "../support/fleet.ts";
import { itLong } from "../support/long-form.ts";
import { mnistFolder } from "../support/mnist-folder.ts";
import { HAS_REDIS, RedisServer, sparePort } from "../support/redis-server.ts";

const SPEC = "{dataset: moons, architecture: {hidden: [3]}, eta: [1, 2], epochs: 3}\n";
/** Each trial is long enough for a batch of its own. */
const BATCHES = "{dataset: moons, architecture: {hidden: [30]}, eta: [1, 2], epochs: 100}\n";
const MNIST =
  "{dataset: {name: mnist, train: 500, validation: 100, test: 100}, architecture: {hidden: []}, eta: [1, 2], epochs: 1}\n";
const root = fileURLToPath(new URL("../../", import.meta.url));

describe.skipIf(!HAS_REDIS)("a fleet", { timeout: 240_000 }, () => {
  const running: Running[] = [];
  const servers: RedisServer[] = [];
  const note = (found: Running): Running => (running.push(found), found);
  const startRedis = async (...args: string[]): Promise<RedisServer> => {
    const server = await RedisServer.start(...args);
    servers.push(server);
    return server;
  };
  afterEach(async () => {
    for (const { kill } of running) kill("SIGKILL");
    await Promise.all(running.splice(0).map(({ ended }) => ended));
    for (const server of servers.splice(0)) await server.stop();
  });

  itLong("works as a user who may touch gridient:* only, and never says the password", async () => {
    const rules = ["fleet", "on", ">s3cret", "~gridient:*", "+@all", "-@admin", "-@dangerous"];
    const redis = await startRedis("--user", ...rules);
    const cwd = await folderWith(SPEC);
    const url = `redis://fleet:s3cret@127.0.0.1:${redis.port}`;
    const worker = note(startWorker(cwd, url));
    const sweep = note(sweepOn(cwd, url));
    expect(await sweep.ended).toMatchObject({ exitCode: 0 });
    expect(await resultsIn(cwd)).toEqual(await localResults(SPEC));
    const status = await note(start(cwd, ["status"], { GRIDIENT_REDIS: url })).ended;
    expect(status.stdout).toContain(`redis://fleet:***@127.0.0.1:${redis.port}`);
    const wrong = await note(start(cwd, ["status", "--redis", url.replace("s3cret", "wr0ng")])).ended;
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toContain("WRONGPASS");
    const files = Object.keys(await digestsBelow(cwd));
    const texts = await Promise.all(files.map((file) => readFile(join(cwd, file), "latin1")));
    const said = [...texts, worker.said(), sweep.said(), status.stdout, wrong.stderr].join("\n");
    expect(said).not.toMatch(/s3cret|wr0ng/);
  });

  itLong("works over TLS, and only with a certificate that it trusts", async () => {
    const folder = await temporaryFolder();
    const file = (name: string): string => join(folder, name);
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", file("key.pem"), "-out", file("cert.pem")];
    await execa("openssl", ["req", "-x509", "-days", "1", ...key, ...subject]);
    const port = String(await sparePort());
    const files = ["--tls-cert-file", file("cert.pem"), "--tls-key-file", file("key.pem")];
    await startRedis("--tls-port", port, ...files, "--tls-auth-clients", "no");
    const cwd = await folderWith(SPEC);
    const trust = { NODE_EXTRA_CA_CERTS: file("cert.pem") };
    const url = `rediss://localhost:${port}`;
    note(start(cwd, ["worker", "--redis", url], trust));
    const sweep = start(cwd, ["sweep", "experiments/exp.yaml", "--redis", url], trust);
    expect(await note(sweep).ended).toMatchObject({ exitCode: 0 });
    const { exitCode, stderr } = await note(start(cwd, ["status", "--redis", url])).ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
    expect(stderr).toMatch(/self.signed certificate/);
  });

  itLong("trains nothing with a worker of another trainer version, and both sides say so", async () => {
    const redis = await startRedis();
    const cwd = await folderWith(SPEC);
    const other = await temporaryFolder();
    await cp(join(root, "dist"), join(other, "dist"), { recursive: true });
    for (const name of ["schemas", "node_modules", "package.json"])
      await symlink(join(root, name), join(other, name));
    const file = join(other, "dist/trials/trainer-version.js");
    await writeFile(file, (await readFile(file, "utf8")).replace("VERSION = 1", "VERSION = 2"));
    const worker = execa(process.execPath, [join(other, "dist/cli.js"), "worker", "--redis", redis.url], {
      reject: false,
    });
    let said = "";
    worker.stderr.on("data", (data: Buffer) => (said += data.toString()));
    const sweep = note(sweepOn(cwd, redis.url));
    await until(() =>
      said.includes(
        "refused: exp wants trainer version 1, fleet format 1, this worker has trainer version 2",
      ),
    );
    await until(() =>
      /refused: worker \S+ has trainer version 2, fleet format 1 and takes none/.test(sweep.said()),
    );
    worker.kill("SIGKILL");
    note(startWorker(cwd, redis.url));
    expect(await sweep.ended).toMatchObject({ exitCode: 0 });
  });

  it("refuses batches that are not sound, and sends them again as they were", async () => {
    const redis = await startRedis();
    const cwd = await folderWith(BATCHES);
    const detach = ["sweep", "experiments/exp.yaml", "--redis", redis.url, "--detach"];
    expect(await gridient(cwd, detach)).toMatchObject({ exitCode: 0 });
    const client = new Redis(redis.url, {});
    const [batch] = await client.zrange("gridient:trials-t1-f2:prioritized", 0, "-1");
    const key = `gridient:trials-t1-f2:${batch}`;
    const data = JSON.parse((await client.hget(key, "data"))!) as object;
    await client.hset(key, "data", JSON.stringify({ ...data, run: "require('node:child_process')" }));
    client.disconnect();
    const sweep = note(sweepOn(cwd, redis.url));
    await until(async () => (await redis.client.keys("*:collector:*")).length > 0);
    const worker = note(startWorker(cwd, redis.url));
    const { exitCode, stdout, stderr } = await sweep.ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(/ % {2}best$/m);
    expect(stderr).toMatch(
      /^note: sending a batch again: \S+ refuses it: the message does not fit the schema/m,
    );
    expect(worker.said()).toContain(
      "error: Refusing a batch that is not valid: the message does not fit the schema",
    );
  });

  it.each([
    [
      "is refused",
      { refusal: "it is too warm" },
      /No worker could train the trial: w refuses it: it is too warm/,
    ],
    ["is reported in nonsense", { endings: [{ id: 7 }] }, /report of it is not valid: the message does not/],
  ])("sends a batch once more that %s, then fails its trials and ends", async (_, told, says) => {
    const redis = await startRedis();
    const sweep = note(sweepOn(await folderWith(SPEC), redis.url));
    const queue = "gridient:trials-t1-f2:prioritized";
    await until(async () => (await redis.client.zcard(queue)) > 0);
    const [id, batch] = [
      await redis.client.hkeys("gridient:sweeps"),
      await redis.client.zrange(queue, 0, "-1"),
    ];
    expect([id.length, batch.length]).toEqual([1, 1]);
    const report = {
      kind: "report",
      format: 2,
      trainerVersion: 1,
      sweep: id[0],
      batch: batch[0],
      worker: "w",
    };
    const text = JSON.stringify({ ...report, endings: [], ...told });
    const send = (): Promise<unknown> => redis.client.xadd(`gridient:reports:${id[0]}`, "*", "report", text);
    await send();
    await until(() => sweep.said().includes("note: sending a batch again: "));
    await send();
    const { exitCode, stderr } = await sweep.ended;
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
    expect(await redis.client.hlen("gridient:sweeps")).toBe(0);
  });

  it.skipIf(mnistFolder() === undefined)(
    "sends data that it cannot make once to each machine, which checks and keeps it",
    async () => {
      const redis = await startRedis();
      const cwd = await folderWith(MNIST);
      const elsewhere = await temporaryFolder();
      await mkdir(join(elsewhere, "cache"));
      const env = { GRIDIENT_DATA_DIR: "", GRIDIENT_REDIS: redis.url };
      const first = note(start(elsewhere, ["worker", "-c", "1"], env));
      expect(await note(sweepOn(cwd, redis.url)).ended).toMatchObject({ exitCode: 0 });
      expect(await resultsIn(cwd)).toEqual(await localResults(MNIST));
      expect(await redis.client.keys("gridient:data:*")).toEqual([]);
      first.kill("SIGTERM");
      await first.ended;
      const files = Object.keys(await digestsBelow(join(elsewhere, "cache/gridient/fleet")));
      expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.data$/)]);
    },
  );
});
