import { appendFile, open, readFile, truncate, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { mergeStore } from "../../src/store/merge-store.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import { encodeRecord } from "../../src/store/record-text.ts";
import { findUntidiness, tidyRecords } from "../../src/store/tidy-records.ts";
import type { TrialRecord } from "../../src/training/record.ts";
import { temporaryFolder } from "../support/folders.ts";
import { logsOf, storedLines } from "../support/stored-records.ts";
import { trainAll } from "../support/train.ts";

const PREFIX = "f".repeat(64);
const IDS = ["a", "b", "c", "d", "e"].map((digit) => digit.repeat(64));
/** Runs of a property: each writes to the disk. */
const RUNS = { numRuns: 25 };

let trained: TrialRecord;
beforeAll(async () => {
  [{ record: trained }] = (await trainAll(
    "{dataset: xor, architecture: {hidden: [2]}, eta: 1, epochs: 2}",
  )) as [Awaited<ReturnType<typeof trainAll>>[number]];
});

/** Which trial, and a number by which its records differ. */
type Write = readonly [trial: number, value: number];
/** What the processes write, one after the other. */
const processes = fc.array(
  fc.array(fc.tuple(fc.nat(IDS.length - 1), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 6 }),
  { minLength: 1, maxLength: 4 },
);

function recordOf([trial, value]: Write): TrialRecord {
  const testLoss = trained.metrics["testLoss"]!.map(() => value / 8);
  return { ...trained, id: IDS[trial]!, metrics: { ...trained.metrics, testLoss } };
}

async function write(store: RecordStore, writes: readonly Write[]): Promise<void> {
  for (const one of writes)
    await store.write({ prefixId: PREFIX, record: recordOf(one), models: [], kept: "none" });
}

/** Has processes write that all end well; returns the records that count, by trial. */
async function written(
  folder: string,
  runs: readonly (readonly Write[])[],
): Promise<Map<string, TrialRecord>> {
  for (const writes of runs) {
    const store = new RecordStore(folder);
    await write(store, writes);
    await store.close();
  }
  return new Map(runs.flat().map((one) => [IDS[one[0]]!, recordOf(one)]));
}

async function readAll(folder: string): Promise<Map<string, TrialRecord>> {
  const store = new RecordStore(folder);
  const found = new Map<string, TrialRecord>();
  for (const id of IDS) {
    const stored = await store.read(id);
    if (stored) found.set(id, stored.record);
  }
  return found;
}

describe("a log of records", () => {
  it("gives back the last record of each trial, whichever process wrote it, though each leaves half a line", () =>
    fc.assert(
      fc.asyncProperty(processes, fc.nat(400), async (runs, half) => {
        const folder = await temporaryFolder();
        const expected = new Map<string, TrialRecord>();
        for (const run of runs) {
          for (const [id, record] of await written(folder, [run])) expected.set(id, record);
          // Killed: the empty line of a closed log is missing, and a line has been begun.
          const log = logsOf(folder).at(-1)!;
          const text = await readFile(log, "utf8");
          const begun = encodeRecord({ kept: "none", record: recordOf([0, 7]) }).slice(0, half);
          await writeFile(log, text.slice(0, -1) + begun);
        }
        expect(await readAll(folder)).toEqual(expected);
      }),
      RUNS,
    ));

  it("cut off at any byte, has every record whose line is whole, and no other", () =>
    fc.assert(
      fc.asyncProperty(processes, fc.double({ min: 0, max: 1, noNaN: true }), async ([run = []], share) => {
        const folder = await temporaryFolder();
        await written(folder, [run]);
        const [log = ""] = logsOf(folder);
        const size = (await readFile(log)).length;
        await truncate(log, Math.floor(share * size));
        const whole = storedLines(folder).length;
        expect(await readAll(folder)).toEqual(
          new Map(run.slice(0, whole).map((one) => [IDS[one[0]]!, recordOf(one)])),
        );
      }),
      RUNS,
    ));

  it("with a flipped bit anywhere, gives back what was written or nothing, and all other lines", () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.nat(7),
        async (share, bit) => {
          const folder = await temporaryFolder();
          const run = IDS.map((_, trial) => [trial, trial + 1] as const);
          const expected = await written(folder, [run]);
          const [log = ""] = logsOf(folder);
          const bytes = await readFile(log);
          bytes[Math.floor(share * bytes.length)]! ^= 1 << bit;
          await writeFile(log, bytes);
          const found = await readAll(folder);
          for (const [id, record] of found) expect(record).toEqual(expected.get(id));
          expect(found.size).toBeGreaterThanOrEqual(IDS.length - 2); // a flipped newline joins two lines
        },
      ),
      { numRuns: 60 },
    ));

  it("merged twice, is what it is merged once", () =>
    fc.assert(
      fc.asyncProperty(processes, async (runs) => {
        const [from, into] = [await temporaryFolder(), await temporaryFolder()];
        const expected = await written(from, runs);
        const fates = async (): Promise<string[]> => {
          const found: string[] = [];
          for await (const { fate } of mergeStore(from, into)) found.push(fate);
          return found;
        };
        expect(await fates()).toEqual([...expected].map(() => "new"));
        expect(await readAll(into)).toEqual(expected);
        const lines = storedLines(into);
        expect(await fates()).toEqual([...expected].map(() => "same"));
        expect(storedLines(into)).toEqual(lines);
      }),
      RUNS,
    ));

  it("shows after a claim what others have written since, in new logs and at the end of known ones", async () => {
    const folder = await temporaryFolder();
    const [ours, theirs] = [new RecordStore(folder), new RecordStore(folder)];
    expect(await ours.read(IDS[0]!)).toBeUndefined();
    for (const trial of [0, 1]) {
      await write(theirs, [[trial, 3]]);
      expect(await ours.claim(IDS[trial]!)).toBe(true);
      expect((await ours.read(IDS[trial]!))?.record).toEqual(recordOf([trial, 3]));
    }
    await write(ours, [[2, 4]]);
    await write(theirs, [[2, 5]]); // which has not seen ours
    await Promise.all([ours.close(), theirs.close()]);
    expect(storedLines(folder)).toHaveLength(4);
  });

  it("is followed by another one when a record in a later log is replaced", async () => {
    const folder = await temporaryFolder();
    const [first, second] = [new RecordStore(folder), new RecordStore(folder)];
    await write(first, [[0, 1]]);
    await write(second, [[1, 2]]);
    expect(await first.claim(IDS[1]!)).toBe(true);
    await write(first, [[1, 3]]);
    await Promise.all([first.close(), second.close()]);
    expect((await readAll(folder)).get(IDS[1]!)).toEqual(recordOf([1, 3]));
    expect(logsOf(folder)).toHaveLength(3);
  });

  it("may be put into another one by store gc while it is open", async () => {
    const folder = await temporaryFolder();
    const expected = await written(folder, [[[0, 1]], [[1, 2]]]);
    const store = new RecordStore(folder);
    expect((await store.read(IDS[0]!))?.record).toEqual(expected.get(IDS[0]!));
    await tidyRecords(folder, await findUntidiness(folder, () => true), () => true);
    expect(logsOf(folder)).toHaveLength(1);
    for (const [id, record] of expected) expect((await store.read(id))?.record).toEqual(record);
  });

  it("is flushed once for many records that come together", async () => {
    const folder = await temporaryFolder();
    const store = new RecordStore(folder);
    const handle = await open(join(import.meta.dirname, "record-log.test.ts"));
    const flush = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "datasync");
    try {
      await Promise.all(IDS.map((_, trial) => write(store, [[trial, 1]])));
      expect(flush.mock.calls.length).toBeLessThanOrEqual(2);
      expect(storedLines(folder)).toHaveLength(IDS.length);
    } finally {
      flush.mockRestore();
      await Promise.all([handle.close(), store.close()]);
    }
  });

  it("keeps what finds room on a full disk, refuses the rest, and goes on when there is room again", async () => {
    const folder = await temporaryFolder();
    const store = new RecordStore(folder);
    const handle = await open(join(import.meta.dirname, "record-log.test.ts"));
    const full = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "appendFile");
    full.mockImplementation(async function (this: FileHandle, contents) {
      const bytes = contents as Buffer;
      if (!bytes.includes(IDS[1]!)) return void (await this.write(bytes));
      await this.write(bytes.subarray(0, bytes.length - 10));
      throw new Error("ENOSPC: no space left on device");
    });
    try {
      const writes = await Promise.allSettled([0, 1, 2].map((trial) => write(store, [[trial, 1]])));
      expect(writes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      full.mockRestore();
      await write(store, [[1, 2]]);
      const expected = [recordOf([0, 1]), recordOf([1, 2]), recordOf([2, 1])];
      expect(await readAll(folder)).toEqual(new Map(expected.map((record) => [record.id, record])));
      expect(storedLines(folder)).toHaveLength(3);
    } finally {
      full.mockRestore();
      await Promise.all([handle.close(), store.close()]);
    }
  });

  it("tells of a line without a trial where a trial has no record, and is silent where none is missing", async () => {
    const folder = await temporaryFolder();
    const expected = await written(folder, [[[0, 1]]]);
    await appendFile(logsOf(folder)[0]!, "nonsense\n");
    const told: string[] = [];
    const store = new RecordStore(folder, (place) => told.push(place));
    expect((await store.read(IDS[0]!))?.record).toEqual(expected.get(IDS[0]!));
    expect(told).toEqual([]);
    expect(await store.read(IDS[1]!)).toBeUndefined();
    expect(await store.read(IDS[2]!)).toBeUndefined();
    expect(told).toEqual([`${logsOf(folder)[0]}:2`]);
  });
});
