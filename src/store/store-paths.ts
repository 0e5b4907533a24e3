import { join } from "node:path";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";

/** What a file of the store is, by its name. */
export type StoreFile =
  | { readonly kind: "log" }
  /** In a store of the older form. */
  | { readonly kind: "record"; readonly id: string }
  | {
      readonly kind: "checkpoint";
      readonly form: CheckpointForm;
      readonly prefixId: string;
      readonly epoch: number;
    }
  /** What a look at the trial's model showed; it can be had again. */
  | { readonly kind: "portrait"; readonly id: string }
  /** What the trial's program printed besides its metrics. */
  | { readonly kind: "output"; readonly id: string }
  /** What the last sweep of an experiment left for the next commands: whether anything has changed since, and what its program is. */
  | { readonly kind: "stamp"; readonly id: string }
  /** Set aside, or left over by a process that was killed while it wrote. */
  | { readonly kind: "damaged" | "temporary" };

/** Weights that were trained here, or the folder of a program. */
export type CheckpointForm = "weights" | "folder";

/** Name of the folder of logs, below that of a version. */
export const LOGS = "records";

/** Names the folder of a trainer version. */
export const VERSION_FOLDER: RegExp = /^v(\d+)$/;

/** Returns the folder of all records that this trainer can use; those of another version lie in one of their own. */
export function versionFolder(store: string): string {
  return join(store, `v${TRAINER_VERSION}`);
}

/** Returns the folder of all files whose names begin with an id: folders of 100,000 files are slow. */
export function shardFolder(store: string, id: string): string {
  return join(versionFolder(store), shardName(id));
}

/** Returns the name of the folder that a trial's files lie in. */
export function shardName(id: string): string {
  return id.slice(0, 2);
}

/** Returns the folder of the logs that hold records. */
export function logFolder(store: string): string {
  return join(versionFolder(store), LOGS);
}

/** Returns the file of a trial's record in a store of the older form, which had one for each. */
export function recordFile(store: string, id: string): string {
  return join(shardFolder(store, id), `${id}.json`);
}

/** Returns the file of the weights that were kept at an epoch: the same for trials of any length that share the prefix. */
export function checkpointFile(store: string, prefixId: string, epoch: number): string {
  return join(shardFolder(store, prefixId), `${prefixId}.epoch-${epoch}.safetensors`);
}

/** Returns the file of the folder that a program left at an epoch, from which longer trials continue. */
export function keptFolderFile(store: string, prefixId: string, epoch: number): string {
  return join(shardFolder(store, prefixId), `${prefixId}.epoch-${epoch}.folder`);
}

/** Returns the file of what a look at a trial's model showed. */
export function portraitFile(store: string, id: string): string {
  return join(shardFolder(store, id), `${id}.portrait.json`);
}

/** Returns the file of what the program of a trial printed. */
export function outputFile(store: string, id: string): string {
  return join(shardFolder(store, id), `${id}.log`);
}

/** Returns the file of what the last sweep of an experiment left. @param id As `stampId` returns it. */
export function stampFile(store: string, id: string): string {
  return join(shardFolder(store, id), `${id}.stamp.json`);
}

/** Returns the file of what the last sweep of an experiment found about its program. @param id As `stampId` returns it. */
export function programNotesFile(store: string, id: string): string {
  return join(shardFolder(store, id), `${id}.program.json`);
}

/** Returns what a file is, by its name. */
export function storeFileOf(name: string): StoreFile {
  const [, portrayed] = /^([0-9a-f]{64})\.portrait\.json$/.exec(name) ?? [];
  if (portrayed) return { kind: "portrait", id: portrayed };
  const [, printed] = /^([0-9a-f]{64})\.log$/.exec(name) ?? [];
  if (printed) return { kind: "output", id: printed };
  const [, stamped] = /^([0-9a-f]{64})\.(?:stamp|program)\.json$/.exec(name) ?? [];
  if (stamped) return { kind: "stamp", id: stamped };
  const [, id, epoch, extension] =
    /^([0-9a-f]{64})\.(?:json|epoch-(\d+)\.(safetensors|folder))$/.exec(name) ?? [];
  const form = extension === "folder" ? "folder" : "weights";
  if (id && epoch) return { kind: "checkpoint", form, prefixId: id, epoch: Number(epoch) };
  if (id) return { kind: "record", id };
  return { kind: name.endsWith(".damaged") ? "damaged" : "temporary" };
}
