import { closeSync, readSync } from "node:fs";
import { lstat, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GridientError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
import { openRegularFile } from "../files/open-regular-file.ts";
import { syncFolder } from "../files/sync-folder.ts";
import { ourFiles } from "./folders/foreign-files.ts";
import { clearStaleFolders, temporaryFolder } from "./folders/stale-folders.ts";
import { swapFolders } from "./folders/swap-folders.ts";

/** One file of a results folder. */
export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly content: string;
  /** Makes the text where it may be longer than one string can be; `content` is then empty. */
  readonly pieces?: () => Iterable<string>;
}

/** The interactive page: it says nothing that the other files do not say, and most repositories leave it out. */
export const PAGE_FILE = "report.html";

/**
 * Replaces the files of a results folder: writes a temporary folder beside it, then renames. Files of ours that are
 * not in `files` disappear, files of others stay. Nothing is written where all is there: flushing files takes longer
 * than the rest of a run that trains nothing.
 * @throws {GridientError} E_STORE if the folder cannot be written; the old one is then untouched.
 */
export async function replaceResults(folder: string, files: readonly FolderFile[]): Promise<void> {
  const fresh = temporaryFolder(folder, "new");
  try {
    await expectFolders(folder);
    await clearStaleFolders(folder);
    if (await holds(folder, files)) return;
    await makeFolder(fresh);
    for (const { path, content, pieces } of files) {
      await makeFolder(dirname(join(fresh, path)));
      await writeFile(join(fresh, path), pieces?.() ?? content, { flush: true });
    }
    for (const below of new Set([fresh, ...files.map(({ path }) => dirname(join(fresh, path)))]))
      await syncFolder(below);
    await swapFolders(folder, fresh);
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined); // the first error says more
    throw new GridientError("E_STORE", `Cannot write results as the folder must be writable: "${folder}"`, {
      cause,
      hint: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

/** A longer file is no text of a result: only a table that is not committed may be so long. */
const MOST_READ_BYTES = 1 << 28;

/** Returns the files of a results folder that a sweep may write, by path, but for very long ones; none where there is no folder. */
export async function readResults(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const path of await ourFiles(folder)) {
    const { size = 0 } = (await stat(join(folder, path)).catch(ignoreMissing)) ?? {};
    if (size > MOST_READ_BYTES) continue;
    const content = await readFile(join(folder, path), "utf8").catch(ignoreMissing); // replaced at this moment
    if (content !== undefined) files.set(path, content);
  }
  return files;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/** What is no folder, where one of ours must be, is the user's. @throws {Error} If there is such a thing. */
async function expectFolders(folder: string): Promise<void> {
  for (const facts of [
    await stat(folder).catch(() => undefined),
    await lstat(join(folder, "plots")).catch(() => undefined),
  ])
    if (facts && !facts.isDirectory()) throw new Error("what is there already must be a folder");
}

async function holds(folder: string, files: readonly FolderFile[]): Promise<boolean> {
  const present = new Set(await ourFiles(folder));
  if (files.length !== present.size) return false;
  for (const { path, content, pieces } of files) {
    if (!present.has(path) || !hasPieces(join(folder, path), pieces?.() ?? [content])) return false;
  }
  return true;
}

function hasPieces(file: string, pieces: Iterable<string>): boolean {
  let handle: number | undefined;
  try {
    handle = openRegularFile(file);
    for (const piece of pieces) {
      const expected = Buffer.from(piece);
      const found = Buffer.allocUnsafe(expected.length);
      if (readSync(handle, found) !== expected.length || !found.equals(expected)) return false;
    }
    return readSync(handle, Buffer.alloc(1)) === 0;
  } catch {
    return false; // replaced at this moment
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
