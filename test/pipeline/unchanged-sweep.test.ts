import { cp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runExperiment, type Run } from "../../src/pipeline/run-experiment.ts";
import { findUnchanged, noteUnchanged, type SweepPlaces } from "../../src/pipeline/unchanged-sweep.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const SPEC = [
  "dataset: {name: moons, samples: 40}",
  "architecture: {hidden: [2]}",
  "eta: [1, 2] # the learning rate",
  "epochs: 2",
  "report: {baseline: {eta: 1}}",
  "",
].join("\n");
const PRINTED = { leaderboard: "1  eta = 1", expectations: "", cases: [] };

/** A project that has been swept. */
let swept: string;
beforeAll(async () => {
  swept = await temporaryFolder();
  await run(swept, SPEC);
});

function placesIn(folder: string, changes: Partial<SweepPlaces> = {}): SweepPlaces {
  const dirs = { resultsDir: join(folder, "results"), storeDir: join(folder, "store") };
  return { ...dirs, program: "p", screen: "s", ...changes };
}

async function run(folder: string, spec: string): Promise<Run> {
  const places = placesIn(folder);
  const load = { dataDir: undefined, cacheDir: join(folder, "cache") };
  const done = await runExperiment(experimentOf(spec), { ...places, load, inline: true });
  await noteUnchanged(done, places, PRINTED);
  return done;
}

async function copy(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(swept, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** Looks whether a folder is as its sweep left it. */
function found(
  folder: string,
  spec = SPEC,
  changes?: Partial<SweepPlaces>,
): ReturnType<typeof findUnchanged> {
  return findUnchanged(experimentOf(spec), placesIn(folder, changes));
}

async function stored(folder: string, end: string): Promise<string> {
  const paths = await readdir(join(folder, "store"), { recursive: true });
  return join(
    folder,
    "store",
    paths.find((path) => path.endsWith(end))!,
  );
}

/** Replaces text in a file by as many other bytes; its times stay. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const [text, { atime, mtime }] = [await readFile(file, "latin1"), await stat(file)];
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to), "latin1");
  await utimes(file, atime, mtime);
}

const FILES: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  "a table is gone": (folder) => rm(join(folder, "results/test/trials.csv")),
  "a byte of a table differs, at the same size and time": (folder) =>
    edit(join(folder, "results/test/trials.csv"), "completed", "Completed"),
  "a picture more is there": (folder) => writeFile(join(folder, "results/test/plots/old.svg"), "<svg/>"),
  "a picture is a folder": async (folder) => {
    const [name] = await readdir(join(folder, "results/test/plots"));
    await rm(join(folder, "results/test/plots", name!));
    await cp(join(folder, "store"), join(folder, "results/test/plots", name!), { recursive: true });
  },
  "all results are gone": (folder) => rm(join(folder, "results"), { recursive: true }),
  "the store is gone": (folder) => rm(join(folder, "store"), { recursive: true }),
  "a bit of a record is flipped": async (folder) =>
    edit(await stored(folder, ".jsonl"), '"completed"', '"comqleted"'),
  "the last record is gone": async (folder) => {
    const log = await stored(folder, ".jsonl");
    const lines = (await readFile(log, "utf8")).trimEnd().split("\n");
    await writeFile(log, `${lines.slice(0, -1).join("\n")}\n\n`);
  },
  "the last record is cut off": async (folder) => {
    const log = await stored(folder, ".jsonl");
    await writeFile(log, (await readFile(log, "utf8")).trimEnd().slice(0, -1));
  },
  "a portrait is gone": async (folder) => rm(await stored(folder, ".portrait.json")),
  "a portrait is damaged": async (folder) =>
    edit(await stored(folder, ".portrait.json"), '"epoch":2', '"epoch":1'),
  "the stamp is cut off": async (folder) => writeFile(await stored(folder, ".stamp.json"), '{"sha256":"'),
  "the stamp says something else": async (folder) =>
    edit(await stored(folder, ".stamp.json"), "eta = 1", "eta = 2"),
};

describe("findUnchanged()", () => {
  it("returns what was printed where nothing differs but times and the order of records", async () => {
    const folder = await copy();
    const unchanged = { trials: 2, folder: join(folder, "results/test"), printed: PRINTED };
    expect(await found(folder)).toEqual(unchanged);
    await utimes(join(folder, "results/test/trials.csv"), 0, 0);
    await writeFile(join(folder, "results/test/notes.txt"), "mine");
    const log = await stored(folder, ".jsonl");
    const [first = "", second = ""] = (await readFile(log, "utf8")).split("\n");
    await writeFile(log, `${second}\n${first}\n\n`);
    expect(await found(folder)).toEqual(unchanged);
  });

  it.each(Object.entries(FILES))("returns nothing where %s", async (_, change) => {
    const folder = await copy();
    await change(folder);
    expect(await found(folder)).toBeUndefined();
  });

  it.each([
    ["# the learning rate", "# the rate"],
    ["eta: [1, 2]", "eta: [1, 3]"],
    ["epochs: 2", "epochs: 3"],
    ["baseline: {eta: 1}", "baseline: {eta: 2}"],
    ["samples: 40", "samples: 50"],
  ])("returns nothing where the spec no longer says %s", async (words, others) => {
    expect(await found(await copy(), SPEC.replace(words, others))).toBeUndefined();
  });

  it("returns nothing to another program, to one that nobody knows, or for another screen or folder", async () => {
    const folder = await copy();
    expect(await found(folder, SPEC, { program: "q" })).toBeUndefined();
    expect(await found(folder, SPEC, { program: undefined })).toBeUndefined();
    expect(await found(folder, SPEC, { screen: "t" })).toBeUndefined();
    expect(await found(folder, SPEC, { resultsDir: join(folder, "elsewhere") })).toBeUndefined();
    expect(await found(folder)).toBeDefined();
  });

  it("returns nothing after other results were written over those that were noted", async () => {
    const folder = await copy();
    const other = SPEC.replace("epochs: 2", "epochs: 3");
    await run(folder, other);
    expect(await found(folder)).toBeUndefined();
    expect(await found(folder, other)).toBeDefined();
  });

  it("returns nothing where weights or fresh replicates would have to be there, too", async () => {
    for (const more of ["run: {keep: last}", "report: {confirm: 1}"]) {
      const folder = await temporaryFolder();
      const spec = `${SPEC.replace(/^report.*\n/m, "")}${more}\n`;
      await run(folder, spec);
      expect(await found(folder, spec)).toBeUndefined();
    }
  });
});

it("does not write out the points that a search draws: they follow from its spec, and may be a hundred thousand", async () => {
  const folder = await temporaryFolder();
  const spec = SPEC.replace("[1, 2]", "{uniform: {from: 1, to: 2}}").replace(
    "report: {baseline: {eta: 1}}",
    "sweep: {search: {method: random, configurations: 3}}\nreport: {confirm: 0}",
  );
  await run(folder, spec);
  const experiment = experimentOf(spec);
  const { search } = experiment.sweep;
  const drawn = search!.drawn!.map((point) => ({
    ...point,
    toJSON(): never {
      throw new Error("written");
    },
  }));
  const unseen = { ...experiment, sweep: { ...experiment.sweep, search: { ...search!, drawn } } };
  expect(await findUnchanged(unseen, placesIn(folder))).toMatchObject({ printed: PRINTED });
});
