import type { Connection } from "./connection.ts";
import { readCounts, readSweeps, type SweepCounts, type SweepEntry } from "./sweep-entries.ts";
import { readStates, type WorkerState } from "./worker-state.ts";

/** A fleet at one moment. */
export interface FleetStatus {
  readonly sweeps: readonly (SweepEntry & SweepCounts)[];
  readonly workers: readonly WorkerState[];
  /** Batches of trials. */
  readonly queue: {
    readonly waiting: number;
    readonly active: number;
    /** When the one that waits longest was put there, in milliseconds since 1970; null where none waits. */
    readonly oldest: number | null;
  };
}

/** Returns what the sweeps, the workers and the queue are like. */
export async function fleetStatus({ redis, queue }: Connection): Promise<FleetStatus> {
  const entries = await readSweeps(redis);
  const counts = await readCounts(redis, entries);
  const {
    waiting = 0,
    prioritized = 0,
    active = 0,
  } = await queue.getJobCounts("waiting", "prioritized", "active");
  const [first] = await queue.getJobs(["prioritized", "waiting"], 0, 0, true);
  return {
    sweeps: entries.map((entry, i) => ({ ...entry, ...counts[i]! })),
    workers: await readStates(redis),
    queue: { waiting: waiting + prioritized, active, oldest: first?.timestamp ?? null },
  };
}
