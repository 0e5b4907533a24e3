import { randomUUID } from "node:crypto";
import { open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetFacts } from "../data/dataset.ts";
import { GridientError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
import { withRegularFile } from "../files/read-regular-file.ts";
import { startSha256 } from "../files/sha256-of.ts";
import { isLaidOut, packedBytes, roomForPacked, type DatasetMemory } from "../kernels/dataset-memory.ts";

const FORMAT = "gridient packed data 1";
const SHA256_DIGITS = 64;
/** What is smaller is made about as fast as it is read. */
const LEAST_BYTES = 1 << 20;
/** How many files stay; each has up to 40 MB. */
const MOST_FILES = 4;
const CHUNK_BYTES = 1 << 20;

/**
 * Returns a data set that `keepPacked` has kept, in a shared memory of its own; undefined where there is none, or
 * where a byte of it has changed. The file carries the data digest, which covers the files behind a data set, and the
 * SHA-256 of its contents, which is computed anew. So what is cut, damaged, edited, another data set, or laid out by
 * another version is not used. Whoever writes the file and its SHA-256 could as well change the program.
 *
 * @throws {GridientError} E_MEMORY beyond 4 GiB.
 */
export async function readPacked(
  cacheDir: string,
  digest: string,
  facts: DatasetFacts,
): Promise<DatasetMemory | undefined> {
  try {
    return await withRegularFile(join(folderOf(cacheDir), digest), async (file, size) => {
      const head = Buffer.alloc(headOf(digest, "").length + SHA256_DIGITS);
      await file.read(head, 0, head.length);
      if (size <= head.length || !head.toString("latin1").startsWith(headOf(digest, ""))) return undefined;
      const data = roomForPacked(facts, size - head.length);
      const sum = await readInto(packedBytes(data)!, file);
      return isLaidOut(data) && head.toString("latin1") === headOf(digest, sum) ? data : undefined;
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
  const fresh = join(folder, `${digest}.${randomUUID()}.tmp`);
  try {
    await makeFolder(folder);
    await writeTo(fresh, digest, bytes);
    await rename(fresh, join(folder, digest));
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

/** Reads the rest of a file, the next piece while one is digested. Returns the SHA-256 of what was read. */
async function readInto(bytes: Uint8Array, file: FileHandle): Promise<string> {
  const hash = startSha256();
  let last: Uint8Array = bytes.subarray(0, 0);
  for (let at = 0; at < bytes.length;) {
    const reading = file.read(bytes, at, Math.min(CHUNK_BYTES, bytes.length - at));
    hash.update(last);
    const { bytesRead } = await reading;
    if (bytesRead === 0) break; // cut meanwhile: the digest says so
    last = bytes.subarray(at, at + bytesRead);
    at += bytesRead;
  }
  return hash.update(last).digest("hex");
}

async function writeTo(path: string, digest: string, bytes: Uint8Array): Promise<void> {
  const hash = startSha256();
  const file = await open(path, "wx");
  try {
    const start = headOf(digest, "").length + SHA256_DIGITS;
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const chunk = bytes.subarray(at, at + CHUNK_BYTES);
      hash.update(chunk);
      await file.write(chunk, 0, chunk.length, start + at);
    }
    await file.write(headOf(digest, hash.digest("hex")), 0);
  } finally {
    await file.close();
  }
}

/** Removes what is beyond `MOST_FILES`, and what a process that was ended has left half written. */
async function removeOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, time: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const oldest = files.toSorted((a, b) => b.time - a.time).slice(MOST_FILES);
  for (const { path } of oldest) await rm(path, { force: true });
}
