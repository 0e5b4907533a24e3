import { rm } from "node:fs/promises";
import { GridientError } from "../../errors.ts";
import { mayBeRunning } from "../../store/claims.ts";
import { listStore, type ListedFile } from "../../store/list-store.ts";
import { findUntidiness, tidyRecords, type Count, type Untidiness } from "../../store/tidy-records.ts";
import { bytesText } from "../../text/quantity-text.ts";
import { counted } from "../../text/counted.ts";
import type { Io } from "../console/io.ts";
import { readSpecs } from "../reading/read-specs.ts";
import type { Reporter } from "../console/report-problems.ts";
import type { StoreOptions } from "./store-list.ts";
import { experimentFiles } from "../reading/experiment-files.ts";
import { referencesOf, type References } from "./references.ts";

/** Options of the command line. */
export interface StoreGcOptions extends StoreOptions {
  /** Remove the files; otherwise only count them. */
  readonly yes?: boolean;
  readonly reporter: Reporter;
}

/**
 * Removes files to which no experiment refers, damaged, replaced and half-written files, and those of other trainer versions,
 * and moves the other records into one log. Without `yes` it only prints what it would do. Returns the exit code.
 * @throws {GridientError} E_USAGE without any experiment, or while a sweep uses the store.
 */
export async function storeGc(files: readonly string[], options: StoreGcOptions, io: Io): Promise<number> {
  const named = experimentFiles(files);
  if (named.length === 0) throw noExperiments();
  const experiments = await readSpecs(named, options, io);
  const references = await referencesOf(experiments, options.store);
  const unwanted: ListedFile[] = [];
  for await (const listed of listStore(options.store)) {
    if (listed.file.kind === "claim" && (await mayBeRunning(listed.path)))
      throw inUse(options.store, listed.path);
    if (!isWanted(listed, references)) unwanted.push(listed);
  }
  const isNamed = (id: string): boolean => references.names.has(id);
  const untidiness = await findUntidiness(options.store, isNamed);
  if (options.yes) {
    await tidyRecords(options.store, untidiness, isNamed);
    for (const { path } of unwanted) await rm(path, { force: true });
  }
  io.stdout.write(gcText(unwanted, untidiness, options.yes ?? false));
  return 0;
}

function isWanted({ file }: ListedFile, { names, prefixIds, stampIds }: References): boolean {
  if (file.kind === "record" || file.kind === "log") return true; // records are sorted out one by one
  if (file.kind === "portrait" || file.kind === "output") return names.has(file.id);
  if (file.kind === "stamp") return stampIds.has(file.id);
  return file.kind === "checkpoint" && prefixIds.has(file.prefixId);
}

function gcText(unwanted: readonly ListedFile[], { counts, files }: Untidiness, isDone: boolean): string {
  const totals = new Map<string, Count>(counts);
  for (const { file, bytes } of unwanted) {
    const total = totals.get(file.kind) ?? { count: 0, bytes: 0 };
    totals.set(file.kind, { count: total.count + 1, bytes: total.bytes + bytes });
  }
  const lines = [...totals].map(([kind, { count, bytes }]) => {
    return `${isDone ? "removed" : "would remove"} ${counted(count, kind)}, ${bytesText(bytes)}\n`;
  });
  if (files.length > 1)
    lines.push(`${isDone ? "moved" : "would move"} the other records of ${files.length} files into one\n`);
  if (lines.length === 0) return "nothing to remove\n";
  return lines.join("") + (isDone ? "" : "add --yes to do this\n");
}

function noExperiments(): GridientError {
  const message = "No experiments found below experiments/, so every record would count as unused";
  return new GridientError("E_USAGE", message, {
    hint: "Name experiment files, or run it from the folder that contains experiments/",
  });
}

function inUse(store: string, claim: string): GridientError {
  const message = `A sweep is using the store ${JSON.stringify(store)}`;
  return new GridientError("E_USAGE", message, {
    hint: `Wait until it has ended; if none is running, remove ${claim}`,
  });
}
