import type { Redis } from "ioredis";
import type { Connection } from "./connection.ts";
import { withdrawDataset } from "./data-transfer.ts";
import { parseJson } from "./parse-json.ts";
import type { Versions } from "./names.ts";
import {
  cancelledKey,
  CLOCK,
  collectorKey,
  COUNTS,
  programQueue,
  reportsKey,
  stoppedKey,
  SWEEPS,
} from "./names.ts";
import { isProgramEntry, type ProgramEntry } from "./program-entry.ts";

/** The entry of a sweep in the queue. */
export interface SweepEntry extends Versions {
  readonly id: string;
  /** Name of the experiment. */
  readonly name: string;
  /** Trials that were given to the fleet. */
  readonly trials: number;
  /** Digests of its data sets. */
  readonly data: readonly string[];
  /** Of a sweep of a program, whose batches have a queue of their own. */
  readonly programs?: ProgramEntry;
}

/** How far a sweep is. */
export interface SweepCounts {
  readonly done: number;
  readonly failed: number;
}

/** Seconds for which a coordinator can find out that its sweep was cancelled. */
const CANCELLED_SECONDS = 24 * 3600;

/** Enters a sweep, or what has changed about it. */
export async function enterSweep(redis: Redis, entry: SweepEntry): Promise<void> {
  if ((await redis.hlen(SWEEPS)) === 0) await redis.del(CLOCK); // no sweep is waiting: numbers begin again
  await redis.hset(SWEEPS, entry.id, JSON.stringify(entry));
}

/** Returns all sweeps, by name. */
export async function readSweeps(redis: Redis): Promise<SweepEntry[]> {
  return parseSweeps(await redis.hgetall(SWEEPS));
}

/** Returns the sweeps in a hash of Redis, without entries that are not valid. */
export function parseSweeps(hash: Readonly<Record<string, string>>): SweepEntry[] {
  const entries = Object.entries(hash).flatMap(([id, text]) => {
    const entry = parseJson(text);
    return isEntry(entry) && entry.id === id ? [entry] : [];
  });
  return entries.toSorted((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
}

/** Returns a warning about entries of a hash that are not sweeps; undefined if there are none. */
export function strangeSweeps(hash: Readonly<Record<string, string>>): string | undefined {
  const strange = Object.keys(hash).length - parseSweeps(hash).length;
  return strange === 0 ? undefined : `ignoring ${strange} entries of ${SWEEPS} in Redis that are not sweeps`;
}

function isEntry(value: unknown): value is SweepEntry {
  if (typeof value !== "object" || value === null) return false;
  const { id, name, trials, data, format, trainerVersion, programs } = value as Partial<SweepEntry>;
  if (programs !== undefined && !isProgramEntry(programs)) return false;
  const areNumbers = [trials, format, trainerVersion].every((number) => Number.isInteger(number));
  const hasData = Array.isArray(data) && data.every((digest) => typeof digest === "string");
  return typeof id === "string" && typeof name === "string" && areNumbers && hasData;
}

/** Whether a sweep is entered, so that workers can read it. */
export async function isEntered(redis: Redis, id: string): Promise<boolean> {
  const text = await redis.hget(SWEEPS, id);
  return text !== null && parseSweeps({ [id]: text }).length === 1;
}

/** Returns how far each of some sweeps is. */
export async function readCounts(redis: Redis, sweeps: readonly SweepEntry[]): Promise<SweepCounts[]> {
  const counts = await redis.hgetall(COUNTS);
  return sweeps.map(({ id }) => ({
    done: Number(counts[`${id}:done`]) || 0,
    failed: Number(counts[`${id}:failed`]) || 0,
  }));
}

/** Removes everything of a sweep from Redis except its batches, which workers skip without the entry. */
export async function leaveSweep(redis: Redis, { id, data }: SweepEntry): Promise<void> {
  await redis
    .multi()
    .hdel(SWEEPS, id)
    .hdel(COUNTS, `${id}:done`, `${id}:failed`)
    .del(reportsKey(id), stoppedKey(id), collectorKey(id))
    .exec();
  const others = new Set((await readSweeps(redis)).flatMap((entry) => entry.data));
  for (const digest of data) if (!others.has(digest)) await withdrawDataset(redis, digest);
}

/** Removes the queue of a sweep of a program, with its batches, and closes it. */
export async function removeQueue(queue: Connection["queue"]): Promise<void> {
  await queue.obliterate({ force: true });
  await queue.close();
}

/** Cancels a sweep: its batches are removed, workers stop its trials, and its coordinator is notified. */
export async function cancelSweep({ redis, queue, openQueue }: Connection, entry: SweepEntry): Promise<void> {
  await redis.set(cancelledKey(entry.id), "1", "EX", CANCELLED_SECONDS);
  await leaveSweep(redis, entry);
  if (entry.programs) return removeQueue(openQueue(programQueue(entry.id)));
  const waiting = await queue.getJobs(["waiting", "prioritized", "delayed"]);
  for (const batch of waiting) {
    if (batch.id?.startsWith(`${entry.id}-`)) await batch.remove().catch(() => undefined); // begun meanwhile
  }
}
