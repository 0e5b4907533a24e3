import { cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { recordFile, shardFolder } from "../../src/store/store-paths.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { editLine, editRecord, logsOf, removeRecords, storedLines } from "../support/stored-records.ts";
import { gridient, type Ended } from "./run-in.ts";

/** Six jobs of two trials. */
const SPEC =
  "{dataset: xor, architecture: {hidden: [[], [4]]}, eta: 5, batchSize: full, epochs: [5, 20], replicates: 3}\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/xor.yaml"), SPEC);
});

function run(...args: string[]): Promise<Ended> {
  return gridient(cwd, args);
}

function sweep(...args: string[]): Promise<Ended> {
  return run("sweep", "experiments/xor.yaml", ...args);
}

/** Fills a store, and draws no pictures. */
function fill(store: string, ...args: string[]): Promise<Ended> {
  return sweep("--shard", "1/1", "--store", store, ...args);
}

/** Ids of the trials that have a record in a store, as often as they have one. */
function recordsIn(store: string): string[] {
  return storedLines(join(cwd, store)).map(({ id }) => id);
}

/** Turns a store into one of the older form, which had a file for each record. */
async function makeOld(store: string): Promise<void> {
  for (const { id, text } of storedLines(join(cwd, store))) {
    await mkdir(shardFolder(join(cwd, store), id), { recursive: true });
    await writeFile(recordFile(join(cwd, store), id), text);
  }
  await removeRecords(join(cwd, store));
}

describe("gridient sweep --shard", () => {
  it("trains its part alone and writes no results; merged parts give the bytes of one sweep", async () => {
    for (const number of [1, 2, 3]) {
      const { exitCode, stdout } = await sweep("--shard", `${number}/3`, "--store", `shards/${number}`);
      expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
      expect(stdout).toContain(`shard ${number} of 3: 4 of 12 trials, 4 of them in shards/${number}\n`);
      expect(recordsIn(`shards/${number}`)).toHaveLength(4);
    }
    expect(await readdir(cwd)).not.toContain("results");
    const merged = await run("merge", "shards/1", "shards/2", "shards/3");
    expect(merged).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: [1, 2, 3].map((number) => `shards/${number}: 4 records: 4 new`).join("\n"),
    });
    expect((await sweep()).stdout).toContain("results: results/xor, 12 of 12 trials from the store");
    const together = await digestsBelow(join(cwd, "results/xor"));
    await rm(join(cwd, "results"), { recursive: true });
    await sweep();
    const { "timings.csv": _, ...alone } = await digestsBelow(join(cwd, "results/xor"));
    expect(together).toEqual(alone);
  });

  it("trains nothing where there are more shards than jobs, and nothing twice", async () => {
    expect((await sweep("--shard", "9/9")).stdout).toContain("shard 9 of 9: 0 of 12 trials");
    await sweep("--shard", "1/2");
    const before = recordsIn("results/.store");
    expect((await sweep("--shard", "1/2")).stdout).toContain("6 of 12 trials, 6 of them");
    expect(recordsIn("results/.store")).toEqual(before);
  });

  it.each(["0/4", "5/4", "2", "2/0", "a/b", "-1/4", "1/4/2"])("refuses %s", async (shard) => {
    const { exitCode, stderr } = await sweep("--shard", shard);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("such as 2/4");
  });
});

describe("gridient merge", () => {
  it("takes a folder of results, tells what is there already, and may be repeated", async () => {
    await sweep("--out", "theirs", "--store", "theirs/.store");
    await sweep("--shard", "1/2");
    const { stdout } = await run("merge", "theirs");
    expect(stdout).toBe("theirs/.store: 12 records: 6 new, 6 the same");
    expect((await run("merge", "theirs")).stdout).toBe("theirs/.store: 12 records: 0 new, 12 the same");
  });

  it("takes kept weights, so that they count for the next sweep", async () => {
    await fill("theirs", "--set", "run.keep=last");
    await run("merge", "theirs");
    expect((await sweep("--set", "run.keep=last")).stdout).toContain("12 of 12 trials from the store");
  });

  it("leaves damaged records where they are, takes the others, and says so", async () => {
    await fill("theirs");
    const [id = ""] = recordsIn("theirs");
    const [log] = logsOf(join(cwd, "theirs"));
    await editLine(join(cwd, "theirs"), id, (text) => text.replace("completed", "complete"));
    const before = await digestsBelow(join(cwd, "theirs"));
    const { exitCode, stdout, stderr } = await run("merge", "theirs");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "theirs: 12 records: 11 new, 1 damaged" });
    expect(stderr).toBe(
      `error: Cannot merge a record (its checksum does not fit): "${relative(cwd, log!)}:1"`,
    );
    expect(await digestsBelow(join(cwd, "theirs"))).toEqual(before);
    expect(recordsIn("results/.store")).toHaveLength(11);
  });

  it("keeps its own record where two say different things, and tells the difference", async () => {
    await fill("results/.store");
    await cp(join(cwd, "results/.store"), join(cwd, "theirs"), { recursive: true });
    const [id = ""] = recordsIn("theirs");
    await editRecord(join(cwd, "theirs"), id, ({ kept, record }) => {
      const testLoss = record.metrics["testLoss"]!.map(() => 0.5);
      return { kept, record: { ...record, metrics: { ...record.metrics, testLoss } } };
    });
    const before = await digestsBelow(join(cwd, "results/.store"));
    const { exitCode, stdout, stderr } = await run("merge", "theirs");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: "theirs: 12 records: 0 new, 11 the same, 1 in conflict",
    });
    expect(stderr).toMatch(/it differs from the one in the store: testLoss at epoch 0 was \d/);
    expect(await digestsBelow(join(cwd, "results/.store"))).toEqual(before);
  });

  it("names the fact that differs, in short, however long the record is", async () => {
    await fill("results/.store");
    await cp(join(cwd, "results/.store"), join(cwd, "theirs"), { recursive: true });
    const [id = ""] = recordsIn("theirs");
    await editRecord(join(cwd, "theirs"), id, ({ kept, record }) => {
      const evaluated = { part: "test" as const, classCounts: Array.from({ length: 100_000 }, () => 1) };
      return { kept, record: { ...record, evaluated } };
    });
    const { exitCode, stderr } = await run("merge", "theirs");
    expect(exitCode).toBe(1);
    expect(stderr).toContain('its evaluated was {"part":"test","classCounts":[2,2]}, is {"part":"test"');
    expect(stderr.length).toBeLessThan(1000);
  });

  it("takes a record that has more measured, and keeps one that has", async () => {
    await fill("more", "--set", "metrics=[trainLoss]");
    await fill("results/.store");
    await fill("less");
    expect((await run("merge", "more")).stdout).toBe("more: 12 records: 12 new");
    expect((await run("merge", "less")).stdout).toBe("less: 12 records: 0 new, 12 the same");
    expect((await sweep("--set", "metrics=[trainLoss]")).stdout).toContain("12 of 12 trials from the store");
  });

  it("turns a store of the older form into one with a log, and takes a record that lies in it twice once", async () => {
    await fill("theirs");
    await makeOld("theirs");
    const [[id = ""]] = [
      Object.keys(await digestsBelow(join(cwd, "theirs/v1"))).map((path) => basename(path, ".json")),
    ];
    const astray = join(cwd, "theirs/v1/zz");
    await mkdir(astray);
    await cp(recordFile(join(cwd, "theirs"), id), join(astray, `${id}.json`));
    expect((await run("merge", "theirs")).stdout).toBe("theirs: 13 records: 12 new, 1 the same");
    expect(recordsIn("results/.store")).toHaveLength(12);
    expect((await sweep()).stdout).toContain("12 of 12 trials from the store");
    expect((await run("merge", "theirs")).stdout).toBe("theirs: 13 records: 0 new, 13 the same");
  });

  it("takes of several records of a trial the one that counts", async () => {
    await fill("theirs");
    await fill("theirs", "--fresh");
    expect(recordsIn("theirs")).toHaveLength(24);
    expect((await run("merge", "theirs")).stdout).toBe("theirs: 12 records: 12 new");
    expect(recordsIn("results/.store")).toHaveLength(12);
  });

  it("adds a whole record to a damaged one of its own", async () => {
    await fill("theirs");
    await cp(join(cwd, "theirs"), join(cwd, "results/.store"), { recursive: true });
    const [id = ""] = recordsIn("results/.store");
    await editLine(join(cwd, "results/.store"), id, (text) => text.replace("completed", "complete"));
    expect((await run("merge", "theirs")).stdout).toBe("theirs: 12 records: 1 new, 11 the same");
    expect((await sweep()).stdout).toContain("12 of 12 trials from the store");
  });

  it("refuses another trainer's store, another format, what is no store, and itself; then nothing is taken", async () => {
    await fill("theirs");
    await cp(join(cwd, "theirs"), join(cwd, "newer"), { recursive: true });
    await rename(join(cwd, "newer/v1"), join(cwd, "newer/v2"));
    const refusal = async (...folders: string[]) => {
      const { exitCode, stderr } = await run("merge", ...folders);
      expect(exitCode).toBe(2);
      return stderr;
    };
    expect(await refusal("theirs", "newer")).toContain("its records are of trainer version 2, this one is 1");
    expect(await refusal("theirs", "experiments")).toContain("it has other files and no records");
    expect(await refusal("theirs", "nowhere")).toContain("no such file or directory");
    expect(await refusal("theirs", "--store", "theirs")).toContain("it is the target of the merge");
    expect(await readdir(cwd)).not.toContain("results");
    const [id = ""] = recordsIn("theirs");
    await editLine(join(cwd, "theirs"), id, (text) => text.replace('"format":1', '"format":2'));
    const { exitCode, stdout } = await run("merge", "theirs");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: "theirs: 12 records: 11 new, 1 of another format",
    });
  });
});
