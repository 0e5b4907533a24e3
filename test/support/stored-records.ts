import { readFile, rm, writeFile } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeRecord, encodeRecord } from "../../src/store/record-text.ts";
import { logFolder } from "../../src/store/store-paths.ts";
import type { StoredRecord } from "../../src/store/stored-record.ts";

/** A line of a log, of a record of any shape. */
export interface StoredLine {
  readonly log: string;
  readonly id: string;
  /** With its newline. */
  readonly text: string;
}

/** Returns the whole lines of all logs of a store; none where there is no store. */
export function storedLines(store: string): StoredLine[] {
  return logsOf(store).flatMap((log) => {
    const lines = readFileSync(log, "utf8").match(/.+\n/g) ?? [];
    return lines.map((text) => ({ log, text, id: /"id":"([0-9a-f]{64})"/.exec(text)?.[1] ?? "" }));
  });
}

/** Returns the ids of the trials that have a record, each once, sorted. */
export function storedIds(store: string): string[] {
  return [...new Set(storedLines(store).map(({ id }) => id))].toSorted();
}

/** Returns the paths of the logs of a store, the last one last. */
export function logsOf(store: string): string[] {
  const folder = logFolder(store);
  try {
    return readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Rewrites the line of one trial, or removes it where `edit` returns nothing. */
export async function editLine(store: string, id: string, edit: (text: string) => string): Promise<void> {
  const line = storedLines(store).findLast((one) => one.id === id);
  if (!line) throw new Error(`expected a record of ${id}`);
  const text = await readFile(line.log, "utf8");
  await writeFile(
    line.log,
    text.replace(line.text, () => edit(line.text)),
  );
}

/** Has a record say something else, sealed as if it had always said so. */
export async function editRecord(
  store: string,
  id: string,
  edit: (stored: StoredRecord) => StoredRecord,
): Promise<void> {
  await editLine(store, id, (text) => {
    const decoded = decodeRecord(text, id);
    if (decoded.status !== "usable") throw new Error("expected a usable record");
    return encodeRecord(edit(decoded.stored));
  });
}

/** Removes the records of some trials, or of all. */
export async function removeRecords(store: string, ids?: readonly string[]): Promise<void> {
  if (ids) for (const id of ids) await editLine(store, id, () => "");
  else await rm(logFolder(store), { recursive: true });
}
