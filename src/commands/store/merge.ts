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
 * Merges the records of other stores into one. Returns the exit code: 1 if something could not be merged.
 * @throws {GridientError} E_USAGE if a folder is not a store, or one of another trainer version; then nothing is merged.
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
      io.stderr.write(`error: Cannot merge a ${kind} (${textOf(fate, reason)}): "${path}"\n`);
    }
    io.stdout.write(`${from}: ${countsText(counts)}\n`);
  }
  return faults > 0 ? 1 : 0;
}

function textOf(fate: MergedFile["fate"], reason: string): string {
  return fate === "conflict" ? `it differs from the one in the store: ${reason}` : reason;
}

/** "12 records: 10 new, 2 the same". */
function countsText(counts: Readonly<Record<MergedFile["fate"], number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = Object.entries(counts).filter(([fate, count]) => count > 0 || fate === "new");
  const parts = shown.map(([fate, count]) => `${count} ${FATES[fate as MergedFile["fate"]]}`);
  return `${counted(all, "record")}: ${parts.join(", ")}`;
}

/** Returns the store in a folder: the folder itself, or `.store` below it, as in a folder of results. */
function storeIn(folder: string, into: string): string {
  const names = namesIn(folder);
  const store = names.includes(".store") ? join(folder, ".store") : folder;
  const found = store === folder ? names : namesIn(store);
  const versions = found.filter((name) => VERSION_FOLDER.test(name));
  if (realPath(store) === realPath(into)) throw refusal(folder, "it is the target of the merge");
  if (versions.length === 0 && found.some((name) => name !== "claims"))
    throw refusal(folder, "it has other files and no records");
  if (versions.length > 0 && !versions.includes(`v${TRAINER_VERSION}`))
    throw refusal(
      folder,
      `its records are of trainer version ${versions.map((name) => name.slice(1)).join(", ")}, this one is ${TRAINER_VERSION}`,
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
  const message = `Cannot merge ${JSON.stringify(folder)}: ${found}`;
  return new GridientError("E_USAGE", message, {
    hint: "Name the folder that was the --store of the training, such as results/.store",
  });
}
