import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { hasEnded } from "../files/this-process.ts";
import { listRecords, type ListedRecord } from "./list-records.ts";
import { listStore, type ListedFile } from "./list-store.ts";
import { logFacts, newLogName } from "./log/log-name.ts";
import { LogWriter } from "./log/log-writer.ts";
import { scanLog } from "./log/scan-log.ts";
import { isOld } from "./folders/stale-folders.ts";
import { logFolder } from "./store-paths.ts";

/** Bytes of records that are flushed together. */
const BLOCK_BYTES = 1 << 22;

/** What is to go of the records of a store. */
export interface Untidiness {
  /** Unused and damaged records, and those replaced by a later record of their trial. */
  readonly counts: ReadonlyMap<"record" | "damaged record" | "replaced record", Count>;
  /** Files whose records would move into one. */
  readonly files: readonly string[];
}

/** Things and their size. */
export interface Count {
  readonly count: number;
  readonly bytes: number;
}

/** Looks for records that may go, and for logs and files of single records that may become one log; changes nothing. */
export async function findUntidiness(store: string, isWanted: (id: string) => boolean): Promise<Untidiness> {
  const files = new Set<string>();
  for await (const listed of listStore(store)) if (await isEnded(listed)) files.add(listed.path);
  const counts = new Map<"record" | "damaged record" | "replaced record", Count>();
  for await (const record of listRecords(store)) {
    const fault = files.has(record.path) && faultOf(record, isWanted);
    if (!fault) continue;
    const { count, bytes } = counts.get(fault) ?? { count: 0, bytes: 0 };
    counts.set(fault, { count: count + 1, bytes: bytes + record.bytes });
  }
  return { counts, files: counts.size > 0 || files.size > 1 ? [...files] : [] };
}

/**
 * Writes the records to keep from some files into one log, and then removes these files. If it is killed, each record still
 * exists at least once.
 */
export async function tidyRecords(
  store: string,
  { files }: Untidiness,
  isWanted: (id: string) => boolean,
): Promise<void> {
  if (files.length === 0) return;
  const sources = new Set(files);
  const folder = logFolder(store);
  const writer = new LogWriter(join(folder, newLogName(folder)));
  let [kept, bytes]: [string[], number] = [[], 0];
  const flush = async (): Promise<void> => {
    if (bytes > 0) await writer.append(Buffer.from(kept.join("")));
    [kept, bytes] = [[], 0];
  };
  try {
    for await (const record of listRecords(store)) {
      if (!sources.has(record.path) || faultOf(record, isWanted)) continue;
      kept.push(record.text);
      bytes += record.bytes;
      if (bytes >= BLOCK_BYTES) await flush();
    }
    await flush();
  } finally {
    await writer.close();
  }
  for (const file of files) await rm(file, { force: true });
}

function faultOf(
  { id, decoded, isReplaced }: ListedRecord,
  isWanted: (id: string) => boolean,
): "record" | "damaged record" | "replaced record" | undefined {
  if (decoded.status === "damaged") return "damaged record";
  if (id !== undefined && !isWanted(id)) return "record";
  return isReplaced ? "replaced record" : undefined;
}

/** Returns whether a file of records is no longer written. */
async function isEnded({ path, file }: ListedFile): Promise<boolean> {
  if (file.kind === "record") return true;
  const facts = file.kind === "log" ? logFacts(basename(path)) : undefined;
  if (!facts) return false;
  return hasEnded(facts.writer) || scanLog(path, 0, () => undefined).isClosed || (await isOld(path));
}
