import type { Connection } from "./connection.ts";
import { SWEEPS } from "./names.ts";
import {
  parseSweeps,
  readCounts,
  strangeSweeps,
  type SweepCounts,
  type SweepEntry,
} from "./sweep-entries.ts";
import { readStates, type WorkerState } from "./worker-state.ts";

/** A fleet at one moment. */
export interface FleetStatus {
  readonly sweeps: readonly (SweepEntry & SweepCounts)[];
  readonly workers: readonly WorkerState[];
  /** Warnings about the data in Redis. */
  readonly warnings: readonly string[];
  /** Batches of trials. */
  readonly queue: {
    readonly waiting: number;
    readonly active: number;
    /** When the one that waits longest was put there, in milliseconds since 1970; null where none waits. */
    readonly oldest: number | null;
  };
}

/** The time of a batch that cannot be read is unknown. */
function ignoreStrange(error: unknown): [] {
  if (error instanceof SyntaxError) return [];
  throw error;
}

/** Returns the state of the sweeps, the workers and the queue. */
export async function fleetStatus({ redis, queue }: Connection): Promise<FleetStatus> {
  const hash = await redis.hgetall(SWEEPS);
  const entries = parseSweeps(hash);
  const counts = await readCounts(redis, entries);
  const {
    waiting = 0,
    prioritized = 0,
    active = 0,
  } = await queue.getJobCounts("waiting", "prioritized", "active");
  const [first] = await queue.getJobs(["prioritized", "waiting"], 0, 0, true).catch(ignoreStrange);
  const paused = (await queue.isPaused()) ? ["the queue is paused: workers get no trials"] : [];
  return {
    sweeps: entries.map((entry, i) => ({ ...entry, ...counts[i]! })),
    workers: await readStates(redis),
    warnings: [...paused, strangeSweeps(hash) ?? []].flat(),
    queue: { waiting: waiting + prioritized, active, oldest: first?.timestamp ?? null },
  };
}
