import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { LiveStatus } from "../../../src/live/live-status.ts";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { loadedSources, PROBE } from "../../support/loaded-sources.ts";
import { gridient, gridientProcess } from "../run-in.ts";
import { eventsOf, send, serve } from "./serving.ts";

const SHORT = "dataset: xor\narchitecture: {hidden: [4]}\neta: [5, 6]\nbatchSize: full\nepochs: 3\n";
const LONG =
  "dataset: {name: digits, train: 2000}\narchitecture: {hidden: [30]}\neta: [1, 2]\nepochs: 100000\nreplicates: 2\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/short.yaml"), SHORT);
  await writeFile(join(cwd, "experiments/long.yaml"), LONG);
});

const LIVE = ["sweep", "experiments/long.yaml", "--workers", "2", "--ui"];

describe("sweep --ui", () => {
  it("answers nobody without its token, under another name, or from another site", async () => {
    const { url, command } = await serve(cwd, LIVE);
    const { origin, host, port } = new URL(url);
    const statusOf = async (...args: Parameters<typeof send>): Promise<number> =>
      (await send(...args)).status;
    expect(await statusOf("GET", `${origin}/`)).toBe(403);
    expect(await statusOf("GET", `${origin}/${"A".repeat(32)}/events`)).toBe(403);
    expect(await statusOf("POST", `${origin}/stop`)).toBe(403);
    expect(await statusOf("POST", `${url}stop`, { Host: `evil.example:${port}` })).toBe(403);
    expect(await statusOf("POST", `${url}stop`, { Host: "127.0.0.1" })).toBe(403);
    expect(await statusOf("POST", `${url}stop`, { Origin: "http://evil.example" })).toBe(403);
    expect(await statusOf("POST", `${url}stop`, { Origin: "null" })).toBe(403);
    expect(await statusOf("GET", `${url}stop`)).toBe(404);
    expect(await statusOf("POST", `${url}stop`, { Origin: `http://${host}` })).toBe(204);
    expect((await command).exitCode).toBe(130);
  });

  it("tells of every thread, its curve, and what waits; stops one trial, then the sweep", async () => {
    const { url, command } = await serve(cwd, LIVE);
    let stopped: number | undefined;
    let last: LiveStatus | undefined;
    const names = new Set<string>();
    for await (const { event, data } of eventsOf(url)) {
      names.add(event);
      last = event === "end" ? (data as { status: LiveStatus }).status : (data as LiveStatus);
      const jobs = last.workers.flatMap(({ job }) => job ?? []);
      if (stopped === undefined && jobs.length === 2 && jobs.every(({ epoch }) => epoch > 1)) {
        expect(last).toMatchObject({ name: "long", metric: "validationAccuracy", trials: 4, done: 0 });
        expect(last.queue).toEqual({
          length: 2,
          next: ["eta = 2, replicate 0", "eta = 2, replicate 1"],
        });
        expect(jobs[0]!.values).toHaveLength(Math.ceil((jobs[0]!.epoch + 1) / jobs[0]!.every));
        expect(jobs[0]!.values[1]).toBeGreaterThan(0.3);
        stopped = jobs[0]!.trials[0]!;
        expect((await send("POST", `${url}stop-trial?trial=${stopped}`)).status).toBe(204);
        expect((await send("POST", `${url}stop-trial?trial=99`)).status).toBe(409);
      }
      if (last.failures.length === 1 && !last.isStopping) await send("POST", `${url}stop`);
    }
    expect([...names]).toEqual(["status", "end"]);
    expect(last!.failures[0]).toEqual({
      trial: stopped,
      label: `eta = 1, replicate ${stopped}`,
      message: "was stopped",
    });
    const { exitCode, stderr } = await command;
    expect(exitCode).toBe(130);
    expect(stderr).toContain("cancelled: 0 of 4 trials are stored");
  });

  it("leaves the same bytes as a sweep without it, which loads nothing of it", async () => {
    const watched = await serve(cwd, ["sweep", "experiments/short.yaml", "--ui"]);
    expect((await watched.command).exitCode).toBe(0);
    const plain = ["sweep", "experiments/short.yaml", "--out", "plain", "--store", "plain/.store"];
    const loaded = join(cwd, "loaded.json");
    const env = { NODE_OPTIONS: `--import=${PROBE}`, GRIDIENT_LOADED: loaded };
    expect((await gridientProcess(cwd, plain, env)).exitCode).toBe(0);
    const files = await loadedSources(loaded);
    expect(files.filter((file) => file.endsWith("progress/progress.ts"))).toHaveLength(1);
    expect(files.filter((file) => /src.live|sweep-live|live-feed/.test(file))).toEqual([]);
    const digests = async (folder: string): Promise<object> => {
      const { "timings.csv": _, ...others } = await digestsBelow(join(cwd, folder, "short"));
      return others;
    };
    expect(await digests("results")).toEqual(await digests("plain"));
  });

  it("says where it is open to the network, and refuses what is no port", async () => {
    const { url, command } = await serve(cwd, [...LIVE, "--host", "0.0.0.0"]);
    expect((await send("POST", `${url.replace("0.0.0.0", "127.0.0.1")}stop`)).status).toBe(204);
    expect((await command).stderr).toContain("warning: --host 0.0.0.0 opens the page to the network");
    const refused = await gridient(cwd, ["sweep", "experiments/short.yaml", "--port", "70000"]);
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("from 0 to 65535") });
  });
});
