import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { renamePatiently } from "../../files/rename-patiently.ts";
import { syncFolder } from "../../files/sync-folder.ts";
import { exists, moveForeignFiles } from "./foreign-files.ts";
import { temporaryFolder } from "./stale-folders.ts";

/** Other sweeps of the same experiment may end at the same moment; so many in a row do not. */
const MOST_TRIES = 100;

/**
 * Puts a fresh folder of results in place of another, which may be absent, and moves the user's files to it. Where
 * several processes do that at once, the results of the last one stay. If it fails, the old folder is as it was.
 */
export async function swapFolders(folder: string, fresh: string): Promise<void> {
  const aside: string[] = [];
  try {
    for (let tries = 1; ; tries++) {
      const old = temporaryFolder(folder, "old");
      if (await moved(folder, old)) aside.push(old);
      if (await placed(fresh, folder, tries < MOST_TRIES)) break;
    }
  } catch (error) {
    for (const old of aside.toReversed()) await renamePatiently(old, folder).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(folder));
  for (const old of aside) {
    await moveForeignFiles(old, folder);
    await rm(old, { recursive: true, force: true });
  }
}

/** Returns false where there is nothing to move. */
async function moved(from: string, to: string): Promise<boolean> {
  return renamePatiently(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Returns false where another process was faster to take the place, and there may be another try. */
async function placed(fresh: string, folder: string, mayTryAgain: boolean): Promise<boolean> {
  try {
    await renamePatiently(fresh, folder);
    return true;
  } catch (error) {
    // On Linux ENOTEMPTY, elsewhere EEXIST or EPERM; what took the place may have been moved aside meanwhile.
    if (mayTryAgain && (await mayBeTaken(error, folder))) return false;
    throw error;
  }
}

async function mayBeTaken(error: unknown, folder: string): Promise<boolean> {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOTEMPTY" || code === "EEXIST" || (await exists(folder));
}
