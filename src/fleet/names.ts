import { TRAINER_VERSION } from "../trials/trainer-version.ts";

/** Version of what coordinator and workers tell each other: raised by every change of it. */
export const FORMAT = 2;

/** What two programs must agree on to work together. */
export const VERSIONS: Versions = { format: FORMAT, trainerVersion: TRAINER_VERSION };

/** What a program tells of itself. */
export interface Versions {
  readonly format: number;
  readonly trainerVersion: number;
}

/** Whether somebody who tells these versions understands us, and trains to the same bits. */
export function isOurs({ format, trainerVersion }: Versions): boolean {
  return format === FORMAT && trainerVersion === TRAINER_VERSION;
}

/** "trainer version 1, fleet format 1". */
export function versionsText({ format, trainerVersion }: Versions): string {
  return `trainer version ${trainerVersion}, fleet format ${format}`;
}

/** What every key in Redis begins with: an ACL may confine a user to `gridient:*`. */
export const PREFIX = "gridient";

/** BullMQ's queue of batches. One for each pair of versions: nobody is handed what he does not understand. */
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

/** What a worker tells of itself, as JSON; gone when it has been silent for long. */
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

/** Tells a coordinator that its sweep was cancelled. */
export function cancelledKey(sweep: string): string {
  return `${PREFIX}:cancelled:${sweep}`;
}
