import { readFileSync } from "node:fs";
import { listStore } from "./list-store.ts";
import { LineReader } from "./log/line-reader.ts";
import { RecordLog } from "./log/record-log.ts";
import { decodeRecord, type Decoded } from "./record-text.ts";
import { scanLog } from "./log/scan-log.ts";
import { logFolder } from "./store-paths.ts";

/** A record of a store, as its line in a log or, in an older store, its own file has it. */
export interface ListedRecord {
  readonly path: string;
  /** The path, and in a log the line. */
  readonly place: string;
  /** The trial that it says it is about; undefined if it does not. */
  readonly id: string | undefined;
  readonly bytes: number;
  readonly text: string;
  readonly decoded: Decoded;
  /** A later record of the trial counts instead. */
  readonly isReplaced: boolean;
}

/** Yields every record of a store of this trainer's version, and what should be one, in the order of files and lines. */
export async function* listRecords(store: string): AsyncGenerator<ListedRecord> {
  const log = new RecordLog(logFolder(store));
  for await (const { path, bytes, file } of listStore(store)) {
    if (file.kind === "log") yield* recordsIn(path, log);
    if (file.kind !== "record") continue;
    const { id } = file;
    const text = attempt(() => readFileSync(path, "utf8")) ?? "";
    const isReplaced = isUsable(log, id);
    yield { path, place: path, id, bytes, text, decoded: decodeRecord(text, id), isReplaced };
  }
}

function* recordsIn(path: string, log: RecordLog): Generator<ListedRecord> {
  const reader = new LineReader();
  const lines: { readonly id: string | undefined; readonly offset: number; readonly bytes: number }[] = [];
  attempt(() => scanLog(path, 0, (id, offset, bytes) => lines.push({ id, offset, bytes })));
  for (const [i, { id, offset, bytes }] of lines.entries()) {
    const text = attempt(() => reader.read(path, offset, bytes)) ?? "";
    const decoded = decodeRecord(text, id ?? "");
    const place = `${path}:${i + 1}`;
    const isReplaced = id !== undefined && isUsable(log, id, place);
    yield { path, place, id, bytes, text, decoded, isReplaced };
  }
}

/** Whether one of the records of a trial can be used: of those that come after a place, if one is given. */
function isUsable(log: RecordLog, id: string, after?: string): boolean {
  for (const { place, text } of log.find(id)) {
    if (place === after) return false;
    if (decodeRecord(text, id).status === "usable") return true;
  }
  return false;
}

function attempt<Result>(look: () => Result): Result | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
