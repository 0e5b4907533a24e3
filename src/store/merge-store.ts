import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { BackgroundTasks } from "../runners/background-tasks.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import { decodeCheckpoint, type CheckpointKey } from "./checkpoint-file.ts";
import { listRecords } from "./list-records.ts";
import { listStore } from "./list-store.ts";
import { folderDamage } from "./kept-folders.ts";
import { decodePortrait } from "./portrait-file.ts";
import { recordDifference } from "./record-difference.ts";
import { RecordStore } from "./record-store.ts";
import type { Decoded } from "./record-text.ts";
import { ShardWriter } from "./shard-writer.ts";
import { shardFolder, type StoreFile } from "./store-paths.ts";
import type { StoredRecord } from "./stored-record.ts";

/** No model that a trial leaves comes near it. */
const MOST_BYTES = 2_000_000_000;
/** Records that are flushed together. */
const MOST_COPIES = 1000;

/** The fate of a record or a file of a store that was merged into another one. */
export interface MergedFile {
  /** The file, and in a log the line. */
  readonly path: string;
  readonly kind: "record" | "checkpoint" | "portrait";
  /**
   * `new`: copied. `same`: the store has the same, or more. `damaged`: its checksum does not fit. `foreign`: of
   * another format. `conflict`: the store has something else, which is kept.
   */
  readonly fate: "new" | "same" | "damaged" | "foreign" | "conflict";
  /** What is wrong, where something is. */
  readonly reason?: string;
}

/** What has a file of its own. */
type MergedKind = Extract<StoreFile, { kind: "checkpoint" | "portrait" }>;

/** How a file compares with the one that is there. */
type Comparison = Pick<MergedFile, "fate" | "reason">;

/** Copies what only the other store has, of this trainer's version. Checks every bit and does not change the other store. */
export async function* mergeStore(from: string, into: string): AsyncGenerator<MergedFile> {
  yield* mergeFiles(from, into); // weights come before the record that says that they are there
  yield* mergeRecords(from, into);
}

async function* mergeRecords(from: string, into: string): AsyncGenerator<MergedFile> {
  const store = new RecordStore(into);
  const copies = new BackgroundTasks(MOST_COPIES);
  const seen = new Set<string>();
  try {
    for await (const { place, id, text, decoded, isReplaced } of listRecords(from)) {
      if (isReplaced) continue;
      if (id !== undefined && seen.has(id)) await copies.finish(); // to compare it with what has been taken
      if (id !== undefined) seen.add(id);
      const comparison = await compareRecords(decoded, store);
      if (comparison.fate === "new" && id !== undefined) await copies.start(() => store.copy(id, text));
      yield { path: place, kind: "record", ...comparison };
    }
    await copies.finish();
  } finally {
    await store.close();
  }
}

async function* mergeFiles(from: string, into: string): AsyncGenerator<MergedFile> {
  const writer = new ShardWriter();
  for await (const { path, bytes, file } of listStore(from)) {
    if (file.kind !== "checkpoint" && file.kind !== "portrait") continue;
    const [folder, name] = [
      shardFolder(into, file.kind === "checkpoint" ? file.prefixId : file.id),
      basename(path),
    ];
    const theirs = bytes <= MOST_BYTES ? read(path) : undefined;
    const isThere = await writer.has(folder, name);
    const ours = isThere ? join(folder, name) : undefined;
    const comparison = theirs
      ? compare(file, { path, bytes: theirs }, ours)
      : { fate: "damaged" as const, reason: "it cannot be read" };
    if (theirs && comparison.fate === "new") await writer.begin(folder, name, theirs);
    yield { path, kind: file.kind, ...comparison };
  }
  await writer.end();
}

/** @param ours The path of ours, if there is one. */
function compare(
  file: MergedKind,
  { path, bytes }: { readonly path: string; readonly bytes: Buffer },
  ours: string | undefined,
): Comparison {
  if (file.kind === "checkpoint" && file.form === "folder") return compareFolders(file, path, ours);
  const present = ours === undefined ? undefined : readRegular(ours);
  return file.kind === "checkpoint"
    ? compareModels(file, bytes, present)
    : comparePortraits(file.id, bytes, present);
}

/** A program may write its checkpoint in other bytes each time, and continue from any of them: the one that is there stays. */
function compareFolders(key: CheckpointKey, theirs: string, ours: string | undefined): Comparison {
  const reason = folderDamage(theirs, key);
  if (reason !== undefined) return { fate: "damaged", reason };
  return { fate: ours !== undefined && folderDamage(ours, key) === undefined ? "same" : "new" };
}

async function compareRecords(theirs: Decoded, store: RecordStore): Promise<Comparison> {
  if (theirs.status === "damaged") return { fate: "damaged", reason: theirs.reason };
  if (theirs.status === "foreign") return { fate: "foreign", reason: "it is of another format" };
  const present = await store.read(theirs.stored.record.id);
  if (!present) return { fate: "new" };
  const difference = recordDifference(present.record, theirs.stored.record);
  if (difference !== undefined) return { fate: "conflict", reason: difference };
  return { fate: saysMore(theirs.stored, present) ? "new" : "same" };
}

/** Whether a record has all that the other has, and something beyond it. */
function saysMore(theirs: StoredRecord, ours: StoredRecord): boolean {
  const [more, less] = [Object.keys(theirs.record.metrics), Object.keys(ours.record.metrics)];
  const keepsAll = theirs.kept === ours.kept || theirs.kept === "all" || ours.kept === "none";
  const isLarger = more.length > less.length || theirs.kept !== ours.kept;
  return keepsAll && isLarger && less.every((name) => name in theirs.record.metrics);
}

function compareModels(key: CheckpointKey, theirs: Buffer, ours: Buffer | undefined): Comparison {
  const decoded = decodeCheckpoint(theirs, key);
  if (decoded.status === "damaged") return { fate: "damaged", reason: decoded.reason };
  const present = ours && decodeCheckpoint(ours, key);
  if (present?.status !== "usable") return { fate: "new" };
  const isSame = weightsText(decoded.checkpoint) === weightsText(present.checkpoint);
  return isSame ? { fate: "same" } : { fate: "conflict", reason: "its weights differ" };
}

function weightsText({ tensors }: Checkpoint): string {
  return JSON.stringify([...tensors], (_, value: unknown) =>
    value instanceof Float32Array ? Buffer.from(value.buffer).toString("base64") : value,
  );
}

/** A portrait can be taken again: the one that is there stays. */
function comparePortraits(id: string, theirs: Buffer, ours: Buffer | undefined): Comparison {
  if (!decodePortrait(theirs.toString("utf8"), id))
    return { fate: "damaged", reason: "its checksum does not fit" };
  return { fate: ours && decodePortrait(ours.toString("utf8"), id) ? "same" : "new" };
}

/** Reads what is there, unless it is a pipe, which would wait; the list of a store has regular files alone. */
function readRegular(file: string): Buffer | undefined {
  const facts = attempt(() => statSync(file, { throwIfNoEntry: false }));
  return facts?.isFile() && facts.size <= MOST_BYTES ? read(file) : undefined;
}

/** Not asynchronously, as that takes many times as long for a small file, and there are many. */
function read(file: string): Buffer | undefined {
  return attempt(() => readFileSync(file));
}

function attempt<Result>(look: () => Result): Result | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
