import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { expect } from "vitest";
import type { RandomStream } from "../../src/math/random-stream.ts";
import { KINDS, NOTES, OLD, type Kind } from "./chaos-projects.ts";
import { digestsBelow } from "./folders.ts";
import { storedIds, storedLines } from "./stored-records.ts";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
const STRIKE = `--import ${new URL("faults/striking-place.mjs", import.meta.url).href}`;
/** Where a kill falls, and how often at most a sweep comes there before it does. */
const PLACES = { reading: 4, training: 12, writing: 6, replacing: 14 };
/** Two stores, which two sweeps use one each, or one both. */
const STORES = ["stores/a", "stores/b"] as const;

export type Place = keyof typeof PLACES;

/** Kills by place and kind of experiment. */
export type Kills = Record<Place, Record<Kind, number>>;

/** Returns a table without kills. */
export function noKills(): Kills {
  const none = () => Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  return { reading: none(), training: none(), writing: none(), replacing: none() };
}

/** What an undisturbed sweep leaves: the digests of its results, and how many records. */
export interface Whole {
  readonly results: Readonly<Record<string, string>>;
  readonly records: number;
}

/** Returns what an undisturbed sweep leaves. */
export async function sweepWhole(cwd: string, kind: Kind): Promise<Whole> {
  expect(await sweep(cwd, kind, STORES[0])).toMatchObject({ exitCode: 0 });
  return { results: await results(cwd, kind), records: countRecords(join(cwd, STORES[0])) };
}

/**
 * Kills sweeps of one experiment, one or two at a time, until one gets through alone; after each kill every record is as
 * it was, and the folder of results is the old one, the new one, or on its way. Then finishes with each store.
 */
export async function chaosRound(
  cwd: string,
  kind: Kind,
  whole: Whole,
  { kills, most, random }: { kills: Kills; most: number; random: RandomStream },
): Promise<void> {
  let isThrough = false;
  const isUseful = async (): Promise<boolean> =>
    !isThrough && total(kills) < most && !(await isDone(cwd, kills, whole));
  for (let before = await records(cwd, kind); await isUseful();) {
    const strikes = random.integer(3) === 0 ? [0, 1] : [0];
    const runs = strikes.map(async (n) => {
      const store = pick(STORES, random);
      const stored = countRecords(join(cwd, store));
      const place = nextPlace(kills, stored, whole.records);
      const most = place === "reading" ? Math.min(stored, PLACES.reading) : PLACES[place];
      return struckSweep(cwd, kind, { store, n, place, at: random.integer(most), random });
    });
    for (const { place, exitCode, struck, stderr } of await Promise.all(runs)) {
      if (struck) kills[place][kind] += 1;
      else expect(exitCode, stderr).toBe(0);
      isThrough ||= !struck && runs.length === 1;
    }
    const after = await records(cwd, kind);
    for (const [place, facts] of before) expect([place, after.get(place)]).toEqual([place, facts]);
    before = after;
    await expectOldOrNew(cwd, kind, whole);
  }
  await expectFinish(cwd, kind, whole);
}

/** Whether nothing is left to train, and reading and replacing, which still go on, have had their share of kills. */
async function isDone(cwd: string, kills: Kills, whole: Whole): Promise<boolean> {
  const stored = STORES.map((store) => countRecords(join(cwd, store)));
  const late = Math.min(sum(kills.reading), sum(kills.replacing));
  const early = Math.min(sum(kills.training), sum(kills.writing));
  return stored.every((count) => count === whole.records) && late >= early;
}

/** Returns the place with the fewest kills of those that a sweep will come to, so far as its store shows. */
function nextPlace(kills: Kills, stored: number, all: number): Place {
  const isAhead = {
    reading: stored > 0,
    training: stored < all,
    writing: stored < all,
    replacing: true,
  };
  const places = (Object.keys(PLACES) as Place[]).filter((place) => isAhead[place]);
  return places.toSorted((a, b) => sum(kills[a]) - sum(kills[b]))[0]!;
}

/** What a struck sweep is asked for. */
interface Strike {
  readonly store: string;
  /** Which of the sweeps that run at once. */
  readonly n: number;
  readonly place: Place;
  /** How often the sweep comes there before it is struck. */
  readonly at: number;
  readonly random: RandomStream;
}

async function struckSweep(cwd: string, kind: Kind, { store, n, place, at, random }: Strike) {
  const log = join(cwd, `struck-${n}`);
  await rm(log, { force: true });
  const env = {
    NODE_OPTIONS: STRIKE,
    STRIKE_PLACE: place,
    STRIKE_AT: String(at),
    STRIKE_MOMENT: pick(["before", "amid", "after"], random),
    STRIKE_LOG: log,
  };
  const { exitCode, signal, stderr } = await sweep(cwd, kind, store, env);
  const struck = (await readFile(log, "utf8").catch(() => "")) !== "";
  expect(signal).toBe(struck ? "SIGKILL" : undefined);
  return { place, exitCode, struck, stderr };
}

/** Sweeps one experiment with one of the stores. */
function sweep(cwd: string, kind: Kind, store: string, env: Readonly<Record<string, string>> = {}) {
  const args = ["sweep", `experiments/${kind}.yaml`, "--workers", "2", "--store", store];
  return execa(process.execPath, [CLI, ...args], { cwd, reject: false, env });
}

function countRecords(store: string): number {
  return storedIds(store).length;
}

/** Epochs of a whole training where weights of shorter ones are kept only until the search has ended. */
const WHOLE: Partial<Record<Kind, number>> = { halving: 9, hyperband: 4 };

/** Returns the lines of each trial, and the digest of each file of weights, by store. */
async function records(cwd: string, kind: Kind): Promise<Map<string, string>> {
  const isForNow = (file: string): boolean => Number(/epoch-(\d+)/.exec(file)?.[1]) < (WHOLE[kind] ?? 0);
  const found = new Map<string, string>();
  for (const store of STORES) {
    for (const { id, text } of storedLines(join(cwd, store)))
      found.set(`${store} ${id}`, (found.get(`${store} ${id}`) ?? "") + text);
    for (const [file, digest] of Object.entries(await digestsBelow(join(cwd, store))))
      if (file.endsWith(".safetensors") && !isForNow(file)) found.set(`${store} ${file}`, digest);
  }
  return found;
}

/** A folder of results is never a mixture, and the user's file never gone. */
async function expectOldOrNew(cwd: string, kind: Kind, whole: Whole): Promise<void> {
  const found = await results(cwd, kind);
  const isOld = Object.keys(found).join() === "trials.csv";
  const names = await readdir(join(cwd, "results"));
  const aside = names.filter((name) => name.startsWith(".tmp-old-") && name.endsWith(`-${kind}`));
  if (Object.keys(found).length === 0) expect(aside).not.toEqual([]);
  else if (!isOld) expect(found).toEqual(whole.results);
  else expect(await readFile(join(cwd, "results", kind, "trials.csv"), "utf8")).toBe(OLD);
  const places = [kind, ...aside].map((name) => readFile(join(cwd, "results", name, "notes.txt"), "utf8"));
  const notes = await Promise.allSettled(places);
  expect(notes.some((note) => note.status === "fulfilled" && note.value === NOTES)).toBe(true);
}

async function expectFinish(cwd: string, kind: Kind, whole: Whole): Promise<void> {
  const used = await readdir(join(cwd, "stores"));
  for (const store of STORES.filter((one) => used.includes(basename(one)))) {
    expect(await sweep(cwd, kind, store)).toMatchObject({ exitCode: 0 });
    expect(await results(cwd, kind)).toEqual(whole.results);
    for (const words of [["verify"], ["gc", "--yes"]]) {
      const args = [CLI, "store", ...words, "--store", store];
      expect(await execa(process.execPath, args, { cwd, reject: false })).toMatchObject({ exitCode: 0 });
    }
    expect(await readdir(join(cwd, store, "claims"))).toEqual([]);
  }
  expect(await readFile(join(cwd, "results", kind, "notes.txt"), "utf8")).toBe(NOTES);
  expect((await readdir(join(cwd, "results"))).filter((name) => name.startsWith(".tmp-"))).toEqual([]);
}

/** What a sweep has written, but for facts about the run and the user's file. */
async function results(cwd: string, kind: Kind): Promise<Record<string, string>> {
  const { "timings.csv": _, "notes.txt": __, ...files } = await digestsBelow(join(cwd, "results", kind));
  return files;
}

/** How many kills there were. */
export function total(kills: Kills): number {
  return Object.values(kills).reduce((all, row) => all + sum(row), 0);
}

/** How many kills fell in one place. */
export function sum(row: Readonly<Record<Kind, number>>): number {
  return Object.values(row).reduce((all, count) => all + count, 0);
}

function pick<Item>(items: readonly Item[], random: RandomStream): Item {
  return items[random.integer(items.length)]!;
}
