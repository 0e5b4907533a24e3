import { closeSync, readSync } from "node:fs";
import type { Hash } from "node:crypto";
import { lstat, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GridientError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
import { openRegularFile } from "../files/open-regular-file.ts";
import { readChunks } from "../files/read-chunks.ts";
import { sha256Of, startSha256 } from "../files/sha256-of.ts";
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

/** The interactive page: it has nothing that the other files do not have, and most repositories leave it out. */
export const PAGE_FILE = "report.html";

/**
 * Replaces the files of a results folder: writes a temporary folder beside it, then renames. Files of ours that are
 * not in `files` disappear, files of others stay. Nothing is written where all is there: flushing files takes longer
 * than the rest of a run that trains nothing. Returns what `resultsDigest` returns of these files.
 * @throws {GridientError} E_STORE if the folder cannot be written; the old one is then untouched.
 */
export async function replaceResults(folder: string, files: readonly FolderFile[]): Promise<string> {
  const fresh = temporaryFolder(folder, "new");
  try {
    await expectFolders(folder);
    await clearStaleFolders(folder);
    const held = await heldDigest(folder, files);
    if (held !== undefined) return held;
    await makeFolder(fresh);
    const digests = new Map<string, string>();
    for (const file of files) {
      const target = join(fresh, file.path);
      const hash = startSha256();
      await makeFolder(dirname(target));
      await writeFile(target, bytesOf(file, hash), { flush: true });
      digests.set(file.path, hash.digest("hex"));
    }
    for (const below of new Set([fresh, ...files.map(({ path }) => dirname(join(fresh, path)))]))
      await syncFolder(below);
    await swapFolders(folder, fresh);
    return digestOf(digests);
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined); // the first error says more
    throw new GridientError("E_STORE", `Cannot write the results folder ${JSON.stringify(folder)}`, {
      cause,
      hint: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

/**
 * Returns a digest of all files of a results folder that a sweep may write, their names and every bit, once what killed
 * processes left is cleared up; undefined where they cannot be read.
 */
export async function resultsDigest(folder: string): Promise<string | undefined> {
  try {
    await expectFolders(folder);
    await clearStaleFolders(folder);
    const digests = new Map<string, string>();
    for (const path of await ourFiles(folder)) {
      const hash = startSha256();
      for (const chunk of readChunks(join(folder, path))) hash.update(chunk);
      digests.set(path, hash.digest("hex"));
    }
    return digestOf(digests);
  } catch {
    return undefined;
  }
}

/** @param digests Of the files, by path. */
function digestOf(digests: ReadonlyMap<string, string>): string {
  return sha256Of(JSON.stringify([...digests].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Yields the bytes of a file a piece at a time, each overwritten by the next one, and shows them to a hash. */
function* bytesOf({ content, pieces }: FolderFile, hash: Hash): Generator<Buffer> {
  let room: Buffer = Buffer.alloc(0);
  for (const piece of pieces?.() ?? [content]) {
    const length = Buffer.byteLength(piece);
    if (room.length < length) room = Buffer.allocUnsafe(length);
    const bytes = room.subarray(0, room.write(piece));
    hash.update(bytes);
    yield bytes;
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

/** A file in the place of a folder of ours is the user's. @throws {Error} If there is one. */
async function expectFolders(folder: string): Promise<void> {
  for (const facts of [
    await stat(folder).catch(() => undefined),
    await lstat(join(folder, "plots")).catch(() => undefined),
  ])
    if (facts && !facts.isDirectory()) throw new Error("a file is in its place");
}

/** Returns the digest of files if the folder has them and no others; else undefined. */
async function heldDigest(folder: string, files: readonly FolderFile[]): Promise<string | undefined> {
  const present = new Set(await ourFiles(folder));
  if (files.length !== present.size) return undefined;
  const digests = new Map<string, string>();
  for (const file of files) {
    const hash = startSha256();
    if (!present.has(file.path) || !hasBytes(join(folder, file.path), bytesOf(file, hash))) return undefined;
    digests.set(file.path, hash.digest("hex"));
  }
  return digestOf(digests);
}

function hasBytes(file: string, bytes: Iterable<Buffer>): boolean {
  let handle: number | undefined;
  try {
    handle = openRegularFile(file);
    let room: Buffer = Buffer.alloc(0);
    for (const expected of bytes) {
      if (room.length < expected.length) room = Buffer.allocUnsafe(expected.length);
      const found = room.subarray(0, readSync(handle, room, 0, expected.length, null));
      if (!found.equals(expected)) return false;
    }
    return readSync(handle, Buffer.alloc(1)) === 0;
  } catch {
    return false; // replaced at this moment
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
