import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { THIS_PROCESS, type ProcessName } from "../../src/files/this-process.ts";
import { Claims } from "../../src/store/claims.ts";
import { temporaryFolder } from "../support/folders.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => {
  vi.useRealTimers();
});

const ELSEWHERE: ProcessName = { machine: "elsewhere", pid: 1, started: "1" };

/** What a process that no longer writes has left. */
async function leave(key: string, owner: ProcessName & { beat: number }): Promise<void> {
  await writeFile(join(folder, key), JSON.stringify({ name: "other", ...owner }));
}

describe("Claims", () => {
  it("gives a key to one only, until it is given back", async () => {
    const [a, b] = [new Claims(folder), new Claims(folder)];
    expect([await a.claim("x"), await b.claim("x"), await b.claim("y")]).toEqual([true, false, true]);
    a.release("x");
    expect(await b.claim("x")).toBe(true);
    await Promise.all([a.close(), b.close()]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("gives a key to exactly one of many that ask at the same moment", async () => {
    const all = Array.from({ length: 20 }, () => new Claims(folder));
    const answers = await Promise.all(all.map((claims) => claims.claim("x")));
    expect(answers.filter(Boolean)).toHaveLength(1);
    await Promise.all(all.map((claims) => claims.close()));
  });

  it("takes over at once from a dead process of this machine", async () => {
    await leave("x", { ...THIS_PROCESS, pid: 2 ** 30, beat: 3 });
    const claims = new Claims(folder);
    expect(await claims.claim("x")).toBe(true);
    await claims.close();
  });

  it("takes over from another machine once its beat has stood still for ten of ours, whatever the clocks say", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"], now: 0 });
    await leave("x", { ...ELSEWHERE, beat: 3 });
    await utimes(join(folder, "x"), 4e9, 4e9);
    const claims = new Claims(folder);
    expect(await claims.claim("x")).toBe(false);
    vi.setSystemTime(4e12);
    vi.advanceTimersByTime(9000);
    expect(await claims.claim("x")).toBe(false);
    await leave("x", { ...ELSEWHERE, beat: 4 });
    vi.advanceTimersByTime(9000);
    expect(await claims.claim("x")).toBe(false);
    vi.setSystemTime(0);
    vi.advanceTimersByTime(10_000);
    expect(await claims.claim("x")).toBe(true);
    await claims.close();
  });
});
