import type { ChainableCommander, Redis } from "ioredis";
import { parseJson } from "./parse-json.ts";
import type { Versions } from "./names.ts";
import { workerKey, WORKERS } from "./names.ts";

/** The state of a worker, which it sends regularly. */
export interface WorkerState extends Versions {
  readonly name: string;
  readonly host: string;
  readonly threads: number;
  /** Trials that it has trained since it began, and those of them without a record. */
  readonly done: number;
  readonly failed: number;
  /** Trials a second, of late. */
  readonly rate: number;
  readonly active: readonly ActiveJob[];
  /** Why it takes no trials of some sweeps, by their ids; absent = it takes those of all. */
  readonly refuses?: Readonly<Record<string, string>>;
}

/** A job that a worker trains now. */
export interface ActiveJob {
  readonly sweep: string;
  /** Ids of its trials. */
  readonly ids: readonly string[];
  /** Which of the worker's threads, from 0. */
  readonly lane: number;
  /** Finished epochs, and the objective's value at the end of the last one; null where there is none. */
  readonly epoch: number;
  readonly value: number | null;
}

/** Messages of all workers of a fleet per second, at most, so that Redis needs little for any number of them. */
const MOST_BEATS = 100;
/** Seconds without a message after which a worker counts as gone, at least. */
const SILENCE_SECONDS = 10;
/** Beats that it may miss. */
const PATIENCE = 3;

/** Returns the seconds between two messages of a worker: one, but more in a large fleet. */
export function beatSeconds(workers: number): number {
  return Math.max(1, workers / MOST_BEATS);
}

/** Adds the state of a worker to a pipeline; the next one follows after `seconds`. */
export function sendState(
  pipeline: ChainableCommander,
  state: WorkerState,
  seconds: number,
): ChainableCommander {
  const silence = Math.max(SILENCE_SECONDS, Math.ceil(PATIENCE * seconds));
  return pipeline.sadd(WORKERS, state.name).set(workerKey(state.name), JSON.stringify(state), "EX", silence);
}

/** Removes a worker that leaves from the list. */
export async function forgetState(redis: Redis, name: string): Promise<void> {
  await redis.multi().srem(WORKERS, name).del(workerKey(name)).exec();
}

/** Returns every worker with a recent message, by name. */
export async function readStates(redis: Redis): Promise<WorkerState[]> {
  const names = (await redis.smembers(WORKERS)).toSorted();
  if (names.length === 0) return [];
  const texts = await redis.mget(names.map(workerKey));
  const gone = names.filter((_, i) => texts[i] === null);
  if (gone.length > 0) await redis.srem(WORKERS, gone);
  return texts.flatMap((text) => {
    const state = text && parseState(text);
    return state ? [state] : [];
  });
}

/** Returns the state in a text; undefined if it is not valid. */
function parseState(text: string): WorkerState | undefined {
  const state = parseJson(text);
  return isState(state) ? state : undefined;
}

function isState(value: unknown): value is WorkerState {
  if (typeof value !== "object" || value === null) return false;
  const { name, host, active, threads, done, failed, rate, refuses, ...versions } =
    value as Partial<WorkerState>;
  const numbers = [threads, done, failed, rate, versions.format, versions.trainerVersion];
  return (
    typeof name === "string" &&
    typeof host === "string" &&
    numbers.every(Number.isFinite) &&
    (refuses === undefined || areTexts(refuses)) &&
    Array.isArray(active) &&
    active.every(isActive)
  );
}

function areTexts(value: unknown): boolean {
  const isMap = typeof value === "object" && value !== null;
  return isMap && Object.values(value).every((text) => typeof text === "string");
}

function isActive(value: unknown): value is ActiveJob {
  if (typeof value !== "object" || value === null) return false;
  const { sweep, ids, lane, epoch } = value as Partial<ActiveJob>;
  return (
    typeof sweep === "string" && Array.isArray(ids) && ids.length > 0 && [lane, epoch].every(Number.isInteger)
  );
}
