import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetFacts } from "../../data/dataset.ts";
import { GridientError } from "../../errors.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { withRegularFile } from "../../files/read-regular-file.ts";
import { sha256Of } from "../../files/sha256-of.ts";
import type { DataCache } from "./recent-data.ts";
import { isLaidOut, packedBytes, roomForPacked, type DatasetMemory } from "../../kernels/dataset-memory.ts";

/** The user's cache folder. */
export const packedData: DataCache = { read: readPacked, keep: keepPacked };

const FORMAT = "gridient packed data 2";
const SHA256_DIGITS = 64;
/** Smaller data sets are generated about as fast as they are read. */
const LEAST_BYTES = 1 << 20;
/** How many files stay; each has up to 40 MB. */
const MOST_FILES = 4;
const PIECE_BYTES = 1 << 20;
/** Pieces that are read at once: that memory is touched for the first time costs most of the time, and cores share it. */
const READERS = 4;
/** Ends the name of a small file: by it a file is known that nothing has changed since it was written. */
const STAMP = ".stamp";

/**
 * Returns a data set that `keepPacked` has kept, in a shared memory of its own; undefined where there is none, or
 * where a byte of it has changed. The file carries the data digest, which covers the files behind a data set, and the
 * SHA-256 of its contents, which is computed again unless the file's times show that it has not changed. So a file that
 * is cut, damaged, edited, of another data set or of another version is not used. Someone who can write the file and its
 * SHA-256 could also change the program.
 *
 * @throws {GridientError} E_MEMORY beyond 4 GiB.
 */
export async function readPacked(
  cacheDir: string,
  digest: string,
  facts: DatasetFacts,
): Promise<DatasetMemory | undefined> {
  const path = join(folderOf(cacheDir), digest);
  try {
    return await withRegularFile(path, async (file, size) => {
      const head = Buffer.alloc(headOf(digest, "").length + SHA256_DIGITS);
      await file.read(head, 0, head.length, 0);
      if (size <= head.length || !head.toString("latin1").startsWith(headOf(digest, ""))) return undefined;
      const stamp = await readFile(path + STAMP, "latin1").catch(() => "");
      const isKept = stamp === stampOf(await file.stat());
      const data = roomForPacked(facts, size - head.length);
      const bytes = packedBytes(data)!;
      await readInto(bytes, file, head.length);
      const isWhole = isKept || head.toString("latin1") === headOf(digest, sha256Of(bytes));
      return isWhole && isLaidOut(data) ? data : undefined;
    });
  } catch (error) {
    if (error instanceof GridientError) throw error;
    return undefined;
  }
}

/**
 * Keeps a data set as training reads it, in the user's cache folder, where later sweeps find it; the oldest ones beyond
 * a handful are removed. Where that folder cannot be written, nothing is kept.
 */
export async function keepPacked(cacheDir: string, digest: string, data: DatasetMemory): Promise<void> {
  const bytes = packedBytes(data);
  if (!bytes || bytes.length < LEAST_BYTES) return;
  const folder = folderOf(cacheDir);
  const path = join(folder, digest);
  const fresh = `${path}.${randomUUID()}.tmp`;
  try {
    await makeFolder(folder);
    await writeTo(fresh, digest, bytes);
    await rename(fresh, path);
    await writeFile(path + STAMP, stampOf(await stat(path)));
    await removeOldest(folder);
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

function folderOf(cacheDir: string): string {
  return join(cacheDir, "packed");
}

function headOf(digest: string, sum: string): string {
  return `${FORMAT}\n${digest}\n${sum}`;
}

/** Programs can set the time of a file's contents, but not that of its last change. */
function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [ino, size, mtimeMs, ctimeMs].join("/");
}

/** Reads a file from a position, several pieces at once. */
async function readInto(bytes: Uint8Array, file: FileHandle, position: number): Promise<void> {
  const pieces = piecesOf(bytes).entries();
  const readNext = async (): Promise<void> => {
    for (const [index, piece] of pieces) await readPiece(piece, file, position + index * PIECE_BYTES);
  };
  await Promise.all(Array.from({ length: READERS }, readNext));
}

/** @throws {Error} If the file ends before. */
async function readPiece(piece: Uint8Array, file: FileHandle, position: number): Promise<void> {
  for (let at = 0; at < piece.length;) {
    const { bytesRead } = await file.read(piece, at, piece.length - at, position + at);
    if (bytesRead === 0) throw new Error("The file was cut while it was read");
    at += bytesRead;
  }
}

async function writeTo(path: string, digest: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(headOf(digest, sha256Of(bytes)));
    for (const piece of piecesOf(bytes)) await file.writeFile(piece);
    await file.sync(); // before it gets its stamp, because a loss of power may leave a damaged file
  } finally {
    await file.close();
  }
}

function piecesOf(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) pieces.push(bytes.subarray(at, at + PIECE_BYTES));
  return pieces;
}

/** Removes files beyond `MOST_FILES`, and incomplete files of processes that were ended. */
async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith(STAMP));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, time: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  const oldest = files.toSorted((a, b) => b.time - a.time).slice(MOST_FILES);
  for (const { path } of oldest) for (const end of ["", STAMP]) await rm(path + end, { force: true });
}
