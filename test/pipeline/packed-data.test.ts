import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.ts";
import { digits, type DigitsOptions } from "../../src/data/digits/digits.ts";
import { recipeDigest } from "../../src/data/recipe-digest.ts";
import { packedBytes, type DatasetMemory } from "../../src/kernels/dataset-memory.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { keepPacked, packedData, readPacked } from "../../src/pipeline/data/packed-data.ts";
import { RecentData } from "../../src/pipeline/data/recent-data.ts";
import { temporaryFolder } from "../support/folders.ts";
import { NO_FILES } from "../support/no-files.ts";

const OPTIONS: DigitsOptions = { name: "digits", train: 2500, validation: 60, test: 40, seed: 3 };
const DIGEST = recipeDigest(digits.recipe(OPTIONS));
const FACTS = digits.facts(OPTIONS);
const NOWHERE = { dataDir: undefined, cacheDir: "" };

let made: Dataset;
let data: DatasetMemory;
let folder: string;
let file: string;

beforeAll(async () => {
  made = await digits.load(OPTIONS, NOWHERE);
  data = placeDataset(made, 0);
});
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, "packed", DIGEST);
  await keepPacked(folder, DIGEST, data);
});

describe("readPacked()", () => {
  it("returns what was kept, at the same place, without the unpacked inputs", async () => {
    const { memory, ...found } = (await readPacked(folder, DIGEST, FACTS))!;
    const { memory: _, ...kept } = data;
    expect(found).toEqual(kept);
    const bytes = packedBytes({ ...found, memory })!;
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(packedBytes(data)!))).toBe(0);
    expect(new Uint8Array(memory.buffer, 64, 1000).every((value) => value === 0)).toBe(true);
  });

  it.each<[string, (whole: Buffer) => Buffer]>([
    ["is cut", (whole) => whole.subarray(0, -64)],
    ["is empty", () => Buffer.alloc(0)],
    ["has only its head", (whole) => whole.subarray(0, 152)],
    ["has more at its end", (whole) => Buffer.concat([whole, Buffer.alloc(64)])],
    ["has one bit changed in its first label", flipped(152)],
    ["has one bit changed in its last block", (whole) => flipped(whole.length - 60)(whole)],
    ["has one bit changed in its SHA-256", flipped(100)],
    ["is of another format", flipped(0)],
    ["names other data", flipped(30)],
  ])("does not use a file that %s", async (_, change) => {
    await writeFile(file, change(await readFile(file)));
    expect(await readPacked(folder, DIGEST, FACTS)).toBeUndefined();
  });

  it.each<[string, (stamp: string) => Promise<void>]>([
    ["is not there", (stamp) => rm(stamp)],
    ["is of another file", (stamp) => writeFile(stamp, "1/2/3/4")],
  ])("computes the SHA-256 where the stamp %s", async (_, change) => {
    await change(`${file}.stamp`);
    expect(await readPacked(folder, DIGEST, FACTS)).toBeDefined();
  });

  it("trusts a stamp that fits, and computes no SHA-256 then", async () => {
    const whole = await readFile(file);
    await writeFile(file, flipped(whole.length - 60)(whole));
    const { ino, size, mtimeMs, ctimeMs } = await stat(file);
    await writeFile(`${file}.stamp`, [ino, size, mtimeMs, ctimeMs].join("/"));
    expect(await readPacked(folder, DIGEST, FACTS)).toBeDefined();
  });

  it("does not use the file of other data under this name, nor of this data for other sizes", async () => {
    const other = "0".repeat(64);
    await keepPacked(folder, other, data);
    await writeFile(file, await readFile(join(folder, "packed", other)));
    expect(await readPacked(folder, DIGEST, FACTS)).toBeUndefined();
    const sizes = { ...FACTS.sizes, train: 2501 };
    expect(await readPacked(folder, other, { ...FACTS, sizes })).toBeUndefined();
  });

  it("finds nothing where there is nothing, or a folder", async () => {
    expect(await readPacked(join(folder, "none"), DIGEST, FACTS)).toBeUndefined();
    await rm(file);
    expect(await readPacked(folder, DIGEST, FACTS)).toBeUndefined();
    expect(await readPacked(folder, "..", FACTS)).toBeUndefined();
  });
});

describe("keepPacked()", () => {
  it("keeps the four newest files, and nothing half written", async () => {
    const names = ["1", "2", "3", "4"].map((digit) => digit.repeat(64));
    await writeFile(`${file}.1234.tmp`, "half");
    for (const path of [file, `${file}.1234.tmp`]) await utimes(path, 1, 1);
    for (const name of names) await keepPacked(folder, name, data);
    expect((await readdir(join(folder, "packed"))).toSorted()).toEqual(
      names.flatMap((name) => [name, `${name}.stamp`]),
    );
  });

  it("keeps nothing, without a word, where the folder cannot be made, and nothing small", async () => {
    await keepPacked(join(file, "below"), DIGEST, data);
    for (const path of [file, `${file}.stamp`]) await rm(path);
    const few = await digits.load({ ...OPTIONS, train: 100 }, NOWHERE);
    await keepPacked(folder, DIGEST, placeDataset(few, 0));
    expect(await readdir(join(folder, "packed"))).toEqual([]);
  });
});

describe("RecentData", () => {
  it("loads the same data set with and without the cache", async () => {
    const context = { ...NO_FILES, cacheDir: folder };
    const { dataset, data: found } = await new RecentData(packedData).load(DIGEST, OPTIONS, context);
    const { inputs, ...rest } = made;
    const { inputs: unpacked, ...others } = dataset;
    expect(others).toEqual(rest);
    expect(Buffer.compare(Buffer.from(unpacked as Uint8Array), Buffer.from(inputs as Uint8Array))).toBe(0);
    expect(new Uint8Array(found.memory.buffer, 64, 1000).every((value) => value === 0)).toBe(true);
  });
});

function flipped(at: number): (whole: Buffer) => Buffer {
  return (whole) => {
    const changed = Buffer.from(whole);
    changed[at]! ^= 1;
    return changed;
  };
}
