import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { encodeCheckpoint } from "../../src/store/checkpoint-file.ts";
import { readPortrait, writePortrait } from "../../src/store/portrait-file.ts";
import { newLogName } from "../../src/store/log/log-name.ts";
import { encodeRecord } from "../../src/store/record-text.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import {
  checkpointFile,
  logFolder,
  portraitFile,
  recordFile,
  shardFolder,
} from "../../src/store/store-paths.ts";
import type { NewRecord } from "../../src/store/stored-record.ts";
import type { Portrait } from "../../src/training/portraits/portrait.ts";
import { editLine, logsOf } from "../support/stored-records.ts";
import { trainAll } from "../support/train.ts";

const SPEC = "{dataset: xor, architecture: {hidden: [3]}, eta: 1, epochs: 4, run: {keep: last}}";

const PREFIX = "f".repeat(64);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Writes as a process of its own does. */
async function write(fresh: Omit<NewRecord, "prefixId">): Promise<void> {
  const store = new RecordStore(folder);
  await store.write({ prefixId: PREFIX, ...fresh });
  await store.close();
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gridient-store-"));
});

describe("RecordStore", () => {
  it("returns the record that was written, every number bit for bit", async () => {
    const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    await write({ record, models, kept: "last" });
    expect(await new RecordStore(folder).read(record.id)).toEqual({ record, kept: "last" });
  });

  it("has git pass over it, unless its .gitignore says otherwise", async () => {
    const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    const ignored = join(folder, ".gitignore");
    await write({ record, models, kept: "last" });
    expect(await readFile(ignored, "utf8")).toBe("*\n");
    await writeFile(ignored, "claims\n");
    await write({ record, models, kept: "last" });
    expect(await readFile(ignored, "utf8")).toBe("claims\n");
  });

  it("returns undefined for an absent record, and tells nothing", async () => {
    const damaged: string[] = [];
    const store = new RecordStore(folder, (file) => damaged.push(file));
    expect(await store.read("0".repeat(64))).toBeUndefined();
    expect(damaged).toEqual([]);
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, text.length / 2), "cut off"],
    ["null", () => "null", "not a record"],
    [
      "flipped by one bit in a number",
      (text: string) => text.replace(/0\.(\d)/, (_, digit) => `0.${Number(digit) ^ 1}`),
      "checksum",
    ],
    ["nothing at all, sealed", () => `{"format":1,"sha256":"${sha256("{}")}",}`, "not a record"],
    ["no JSON, sealed", () => `{"format":1,"sha256":"${sha256("{a}")}",a}`, "not a record"],
  ])(
    "takes a record for missing that is %s, tells where and why, until there is another one",
    async (_, damage, why) => {
      const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
      const told: [string, string][] = [];
      await write({ record, models, kept: "last" });
      await editLine(folder, record.id, (text) => `${damage(text.slice(0, -1))}\n`);
      const [log] = logsOf(folder);
      const again = new RecordStore(folder, (...damaged) => told.push(damaged));
      expect(await again.read(record.id)).toBeUndefined();
      expect(await again.read(record.id)).toBeUndefined();
      expect(told).toEqual([[`${log}:1`, expect.stringContaining(why)]]);
      await again.write({ prefixId: PREFIX, record, models, kept: "last" });
      await again.close();
      for (const store of [again, new RecordStore(folder, (...damaged) => told.push(damaged))])
        expect(await store.read(record.id)).toEqual({ record, kept: "last" });
      expect(told).toHaveLength(1);
    },
  );

  it("leaves a record of another format alone", async () => {
    const [{ record }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    const told: string[] = [];
    await write({ record, models: [], kept: "none" });
    await editLine(folder, record.id, (text) => text.replace('"format":1', '"format":2'));
    const store = new RecordStore(folder, (_file, reason) => told.push(reason));
    expect(await store.read(record.id)).toBeUndefined();
    expect(told).toEqual([]);
  });

  it("reads a store that has a file for each record, and writes what is missing into a log", async () => {
    const [{ record }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    const told: string[] = [];
    const other = record.id.slice(0, 2) + "0".repeat(62);
    await mkdir(shardFolder(folder, record.id), { recursive: true });
    for (const id of [record.id, other])
      await writeFile(recordFile(folder, id), encodeRecord({ kept: "none", record }));
    const store = new RecordStore(folder, (_file, reason) => told.push(reason));
    expect(await store.read(record.id)).toEqual({ record, kept: "none" });
    expect(await store.read(other)).toBeUndefined();
    expect(told).toEqual([expect.stringContaining("another trial")]);
    await writeFile(recordFile(folder, record.id), "{");
    await store.write({ prefixId: PREFIX, record, models: [], kept: "none" });
    await store.close();
    expect(await store.read(record.id)).toEqual({ record, kept: "none" });
    expect(await readdir(shardFolder(folder, record.id))).toEqual(
      [`${other}.json`, `${record.id}.json`].toSorted(),
    );
    expect(told).toHaveLength(1);
  });

  it("takes what is sealed and no record for missing", async () => {
    const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    const told: string[] = [];
    await write({ record, models, kept: "none" });
    const forged = { id: record.id, status: "completed", metrics: {} };
    await editLine(folder, record.id, () => encodeRecord({ kept: "none", record: forged as never }));
    const store = new RecordStore(folder, (_file, reason) => told.push(reason));
    expect(await store.read(record.id)).toBeUndefined();
    expect(told).toEqual([expect.stringContaining("it is not a record: ")]);
  });

  it("sets weights aside that were renamed to another trial's or epoch's", async () => {
    const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    const told: string[] = [];
    const wish = { atMost: 9, metrics: [], all: false };
    await write({ record, models, kept: "last" });
    const weights = await readFile(checkpointFile(folder, PREFIX, 4));
    const other = "f".repeat(63) + "0";
    await writeFile(checkpointFile(folder, other, 4), weights);
    await writeFile(checkpointFile(folder, PREFIX, 8), weights);
    const store = new RecordStore(folder, (_file, reason) => told.push(reason));
    expect((await store.peekCheckpoint(PREFIX, wish))!.epoch).toBe(4);
    expect(told).toEqual([]);
    expect((await store.findCheckpoint(PREFIX, wish))!.epoch).toBe(4);
    expect(await store.findCheckpoint(other, wish)).toBeUndefined();
    expect(told).toEqual(["it is of another trial or epoch", "it is of another trial or epoch"]);
    const names = await readdir(shardFolder(folder, PREFIX));
    expect(names.filter((name) => name.endsWith(".damaged"))).toHaveLength(2);
  });

  it.each([{ testLoss: [1] }, { testLoss: [1, 1, 1, 1, "1"] }, { testLoss: 5 }])(
    "sets weights aside whose metrics are sealed and none: %j",
    async (series) => {
      const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
      await write({ record, models, kept: "last" });
      const forged = encodeCheckpoint(PREFIX, { ...models[0]!, series: series as never });
      await writeFile(checkpointFile(folder, PREFIX, 4), forged);
      const told: string[] = [];
      const store = new RecordStore(folder, (_file, reason) => told.push(reason));
      expect(await store.findCheckpoint(PREFIX, { atMost: 9, metrics: [], all: false })).toBeUndefined();
      expect(told).toEqual(["its metrics are not those of its epochs"]);
    },
  );

  it("takes no portrait of another trial for this one's", async () => {
    const [a, b] = ["a".repeat(64), "a".repeat(63) + "b"];
    await writePortrait(folder, { trialId: a } as Portrait, "last");
    expect(await readPortrait(folder, a, "last")).toEqual({ trialId: a });
    await writeFile(portraitFile(folder, b), await readFile(portraitFile(folder, a)));
    expect(await readPortrait(folder, b, "last")).toBeUndefined();
  });

  it("does not wait for a pipe in place of a record or a log", async () => {
    const id = "0".repeat(64);
    for (const made of [shardFolder(folder, id), logFolder(folder)]) await mkdir(made, { recursive: true });
    await execa("mkfifo", [recordFile(folder, id), join(logFolder(folder), newLogName(logFolder(folder)))]);
    expect(await new RecordStore(folder).read(id)).toBeUndefined();
  });

  it("keeps weights as safetensors: header length, JSON header, float32 little-endian", async () => {
    const [{ record, models }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    await write({ record, models, kept: "last" });
    const file = await readFile(checkpointFile(folder, PREFIX, 4));
    const length = Number(file.readBigUInt64LE(0));
    const header = JSON.parse(file.subarray(8, 8 + length).toString()) as Record<
      string,
      { shape: number[]; data_offsets: number[] }
    >;
    expect(Object.keys(header)).toEqual([
      "__metadata__",
      "layers.0.weights",
      "layers.0.biases",
      "layers.1.weights",
      "layers.1.biases",
    ]);
    expect(header["layers.0.weights"]!.shape).toEqual([3, 2]);
    expect(file.readFloatLE(8 + length + header["layers.1.biases"]!.data_offsets[0]!)).toBe(
      models[0]!.tensors.get("layers.1.biases")!.values[0],
    );
  });

  it("says where it cannot write", async () => {
    const [{ record }] = (await trainAll(SPEC)) as [Awaited<ReturnType<typeof trainAll>>[number]];
    await writeFile(join(folder, "file"), "");
    const store = new RecordStore(join(folder, "file"));
    await expect(store.write({ prefixId: PREFIX, record, models: [], kept: "none" })).rejects.toMatchObject({
      code: "E_STORE",
    });
  });
});
