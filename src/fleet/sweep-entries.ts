import type { Redis } from "ioredis";
import type { Connection } from "./connection.ts";
import { withdrawDataset } from "./data-transfer.ts";
import type { Versions } from "./names.ts";
import { cancelledKey, CLOCK, collectorKey, COUNTS, reportsKey, stoppedKey, SWEEPS } from "./names.ts";

/** What is known of a sweep in the queue. */
export interface SweepEntry extends Versions {
  readonly id: string;
  /** Name of the experiment. */
  readonly name: string;
  /** Trials that were given to the fleet. */
  readonly trials: number;
  /** Digests of its data sets. */
  readonly data: readonly string[];
}

/** How far a sweep is. */
export interface SweepCounts {
  readonly done: number;
  readonly failed: number;
}

/** Seconds for which a coordinator may still find out that its sweep was cancelled. */
const TOLD_SECONDS = 24 * 3600;

/** Enters a sweep, or what has changed about it. */
export async function enterSweep(redis: Redis, entry: SweepEntry): Promise<void> {
  if ((await redis.hlen(SWEEPS)) === 0) await redis.del(CLOCK); // nobody waits: numbers begin anew
  await redis.hset(SWEEPS, entry.id, JSON.stringify(entry));
}

/** Returns all sweeps, by name. */
export async function readSweeps(redis: Redis): Promise<SweepEntry[]> {
  return parseSweeps(await redis.hgetall(SWEEPS));
}

/** Returns the sweeps that a hash of Redis holds. */
export function parseSweeps(hash: Readonly<Record<string, string>>): SweepEntry[] {
  const entries = Object.values(hash).map((text) => JSON.parse(text) as SweepEntry);
  return entries.toSorted((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
}

/** Returns how far each of some sweeps is. */
export async function readCounts(redis: Redis, sweeps: readonly SweepEntry[]): Promise<SweepCounts[]> {
  const counts = await redis.hgetall(COUNTS);
  return sweeps.map(({ id }) => ({
    done: Number(counts[`${id}:done`] ?? 0),
    failed: Number(counts[`${id}:failed`] ?? 0),
  }));
}

/** Takes everything of a sweep out of Redis but its batches: with its entry gone, workers pass over them. */
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

/** Ends a sweep for everybody: its batches leave the queue, workers stop its trials, its coordinator is told. */
export async function cancelSweep({ redis, queue }: Connection, entry: SweepEntry): Promise<void> {
  await redis.set(cancelledKey(entry.id), "1", "EX", TOLD_SECONDS);
  await leaveSweep(redis, entry);
  const waiting = await queue.getJobs(["waiting", "prioritized", "delayed"]);
  for (const batch of waiting) {
    if (batch.id?.startsWith(`${entry.id}-`)) await batch.remove().catch(() => undefined); // begun meanwhile
  }
}
