import { readdirSync } from "node:fs";
import { join } from "node:path";
import { GridientError } from "../../errors.ts";
import { realPath } from "../../files/real-path.ts";
import { mergeStore, type MergedFile } from "../../store/merge-store.ts";
import { VERSION_FOLDER } from "../../store/store-paths.ts";
import { counted } from "../../text/counted.ts";
import { TRAINER_VERSION } from "../../trials/trainer-version.ts";
import type { Io } from "../console/io.ts";

const FATES: Readonly<Record<MergedFile["fate"], string>> = {
  new: "new",
  same: "the same",
  damaged: "damaged",
  foreign: "of another format",
  conflict: "in conflict",
};

/**
 * Brings the records of other stores into one. Returns the exit code: 1 if something could not be taken.
 * @throws {GridientError} E_USAGE if a folder is no store, or one of another trainer; nothing was taken then.
 */
export async function merge(
  folders: readonly string[],
  { store }: { store: string },
  io: Io,
): Promise<number> {
  const stores = folders.map((folder) => storeIn(folder, store));
  let faults = 0;
  for (const from of stores) {
    const counts = { new: 0, same: 0, damaged: 0, foreign: 0, conflict: 0 };
    for await (const { path, kind, fate, reason } of mergeStore(from, store)) {
      if (kind === "record") counts[fate] += 1;
      if (reason === undefined) continue;
      faults += 1;
      io.stderr.write(`error: Cannot take a ${kind} as ${textOf(fate, reason)}: "${path}"\n`);
    }
    io.stdout.write(`${from}: ${countsText(counts)}\n`);
  }
  return faults > 0 ? 1 : 0;
}

function textOf(fate: MergedFile["fate"], reason: string): string {
  return fate === "conflict" ? `it says something else than the one in the store: ${reason}` : reason;
}

/** "12 records: 10 new, 2 the same". */
function countsText(counts: Readonly<Record<MergedFile["fate"], number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const told = Object.entries(counts).filter(([fate, count]) => count > 0 || fate === "new");
  const parts = told.map(([fate, count]) => `${count} ${FATES[fate as MergedFile["fate"]]}`);
  return `${counted(all, "record")}: ${parts.join(", ")}`;
}

/** Returns the store in a folder: the folder itself, or `.store` below it, as in a folder of results. */
function storeIn(folder: string, into: string): string {
  const names = namesIn(folder);
  const store = names.includes(".store") ? join(folder, ".store") : folder;
  const found = store === folder ? names : namesIn(store);
  const versions = found.filter((name) => VERSION_FOLDER.test(name));
  if (realPath(store) === realPath(into)) throw refusal(folder, "it is the one that others are merged into");
  if (versions.length === 0 && found.some((name) => name !== "claims"))
    throw refusal(folder, "it holds other things and no records");
  if (versions.length > 0 && !versions.includes(`v${TRAINER_VERSION}`))
    throw refusal(
      folder,
      `it holds records of trainer version ${versions.map((name) => name.slice(1)).join(", ")}, this one is ${TRAINER_VERSION}`,
    );
  return store;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw refusal(folder, cause instanceof Error ? cause.message : String(cause));
  }
}

function refusal(folder: string, found: string): GridientError {
  const message = `Cannot merge a folder as it must be another store of this trainer: "${folder}": ${found}`;
  return new GridientError("E_USAGE", message, {
    hint: "Name what --store named when it was trained, such as results/.store",
  });
}
