import { TRAINER_VERSION } from "../trials/trainer-version.ts";

/** Version of the messages between coordinator and workers; every change of them raises it. */
export const FORMAT = 2;

/** What two programs must agree on to work together. */
export const VERSIONS: Versions = { format: FORMAT, trainerVersion: TRAINER_VERSION };

/** The versions of a program. */
export interface Versions {
  readonly format: number;
  readonly trainerVersion: number;
}

/** Returns whether a program with these versions understands us, and trains to the same bits. */
export function isOurs({ format, trainerVersion }: Versions): boolean {
  return format === FORMAT && trainerVersion === TRAINER_VERSION;
}

/** "trainer version 1, fleet format 1". */
export function versionsText({ format, trainerVersion }: Versions): string {
  return `trainer version ${trainerVersion}, fleet format ${format}`;
}

/** Returns the name of BullMQ's queue of a sweep of a program: workers that may not run it do not ask for its batches. */
export function programQueue(sweep: string): string {
  return `programs-${sweep}-t${TRAINER_VERSION}-f${FORMAT}`;
}

/** What every key in Redis begins with: an ACL may confine a user to `gridient:*`. */
export const PREFIX = "gridient";

/** BullMQ's queue of batches. One for each pair of versions, so that every worker understands its batches. */
export const QUEUE: string = `trials-t${TRAINER_VERSION}-f${FORMAT}`;

/** Hash: sweep id -> its entry, as JSON. */
export const SWEEPS: string = `${PREFIX}:sweeps`;
/** Hash: sweep id and ":done" or ":failed" -> trials. */
export const COUNTS: string = `${PREFIX}:counts`;
/** Set of the names of workers. */
export const WORKERS: string = `${PREFIX}:workers`;
/** The priority of the batch that was begun last: where a new sweep joins the queue. */
export const CLOCK: string = `${PREFIX}:clock`;

/** Written and removed to see whether that is allowed. */
export const PROBE: string = `${PREFIX}:probe`;

/** The state of a worker, as JSON; it expires when the worker is silent. */
export function workerKey(name: string): string {
  return `${PREFIX}:worker:${name}`;
}

/** Stream of the reports that a sweep's coordinator has not stored yet. */
export function reportsKey(sweep: string): string {
  return `${PREFIX}:reports:${sweep}`;
}

/** Who collects a sweep's reports. */
export function collectorKey(sweep: string): string {
  return `${PREFIX}:collector:${sweep}`;
}

/** Set of the ids of trials that a user has stopped. */
export function stoppedKey(sweep: string): string {
  return `${PREFIX}:stopped:${sweep}`;
}

/** Hash: what a data set that travels is. */
export function dataKey(digest: string): string {
  return `${PREFIX}:data:${digest}`;
}

/** A piece of it. */
export function pieceKey(digest: string, index: number): string {
  return `${PREFIX}:data:${digest}:${index}`;
}

/** Set when a sweep is cancelled, for its coordinator. */
export function cancelledKey(sweep: string): string {
  return `${PREFIX}:cancelled:${sweep}`;
}
