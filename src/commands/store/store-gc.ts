import { rm } from "node:fs/promises";
import { GridientError } from "../../errors.ts";
import { mayBeRunning } from "../../store/claimants.ts";
import { listStore, type ListedFile } from "../../store/list-store.ts";
import type { Io } from "../console/io.ts";
import { readSpecs } from "../reading/read-specs.ts";
import type { Reporter } from "../console/tell-problems.ts";
import { bytesText } from "./bytes-text.ts";
import { experimentFiles, referencesOf, type References } from "./references.ts";
import type { StoreOptions } from "./store-list.ts";

/** Options of the command line. */
export interface StoreGcOptions extends StoreOptions {
  /** Remove the files; otherwise they are only counted. */
  readonly yes?: boolean;
  readonly reporter: Reporter;
}

/**
 * Removes what no experiment refers to, what was set aside as damaged or left over half written, and what another
 * trainer version left; without `yes` it only says what that would be. Returns the exit code.
 * @throws {GridientError} E_USAGE without any experiment, or while a sweep uses the store.
 */
export async function storeGc(files: readonly string[], options: StoreGcOptions, io: Io): Promise<number> {
  const named = await experimentFiles(files);
  if (named.length === 0) throw noExperiments();
  const experiments = await readSpecs(named, options, io);
  if (!experiments) return 2;
  const references = referencesOf(experiments);
  const counts = new Map<string, { files: number; bytes: number }>();
  for await (const listed of listStore(options.store)) {
    if (listed.file.kind === "claim" && (await mayBeRunning(listed))) throw inUse(options.store, listed.path);
    if (isWanted(listed, references)) continue;
    const { files, bytes } = counts.get(listed.file.kind) ?? { files: 0, bytes: 0 };
    counts.set(listed.file.kind, { files: files + 1, bytes: bytes + listed.bytes });
    if (options.yes) await rm(listed.path, { force: true });
  }
  io.stdout.write(countsText(counts, options.yes ?? false));
  return 0;
}

function isWanted({ file }: ListedFile, { names, prefixIds }: References): boolean {
  if (file.kind === "record" || file.kind === "portrait") return names.has(file.id);
  return file.kind === "checkpoint" && prefixIds.has(file.prefixId);
}

function countsText(counts: ReadonlyMap<string, { files: number; bytes: number }>, removed: boolean): string {
  if (counts.size === 0) return "nothing to remove\n";
  const lines = [...counts].map(([kind, { files, bytes }]) => {
    return `${removed ? "removed" : "would remove"} ${files} ${kind}${files === 1 ? "" : "s"}, ${bytesText(bytes)}\n`;
  });
  return lines.join("") + (removed ? "" : "add --yes to remove them\n");
}

function noExperiments(): GridientError {
  const message = "Cannot tell what is wanted as experiments must be given: none below experiments/";
  return new GridientError("E_USAGE", message, { hint: "Name their files, or go to the folder above them" });
}

function inUse(store: string, claim: string): GridientError {
  const message = `Cannot clean the store as no sweep may be using it: "${store}"`;
  return new GridientError("E_USAGE", message, {
    hint: `Wait for its end; if there is none, remove ${claim}`,
  });
}
