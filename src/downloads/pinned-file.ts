import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { GridientError } from "../errors.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import { sha256Of } from "../files/sha256-of.ts";
import type { PinnedFile } from "../data/mnist/mnist-files.ts";
import { isGzip } from "../data/unpack-gzip.ts";

/** Room for gzip's own bytes where contents cannot be compressed. */
export const GZIP_BYTES = 65_536;

/**
 * Returns the verified, uncompressed contents of `folder/name` or else `folder/name.gz`; undefined if there is
 * neither.
 * @throws {GridientError} E_DATA if the file cannot be read or is not the pinned one.
 */
export async function readPinnedFile(file: PinnedFile, folder: string): Promise<Buffer | undefined> {
  for (const name of [file.name, `${file.name}.gz`]) {
    const path = join(folder, name);
    const stored = await readIfPresent(path, file.bytes + GZIP_BYTES);
    if (stored) return unpackPinnedFile(file, stored, path);
  }
  return undefined;
}

/**
 * Returns the uncompressed contents of a pinned file from its bytes, gzipped or not.
 * @param origin Path or address that the bytes came from, for messages.
 * @throws {GridientError} E_DATA if size or digest are others than the pinned ones.
 */
export async function unpackPinnedFile(file: PinnedFile, stored: Buffer, origin: string): Promise<Buffer> {
  const contents = isGzip(stored) ? await decompress(file, stored, origin) : stored;
  if (contents.length !== file.bytes) {
    throw damaged(origin, `must contain ${file.bytes} bytes (got ${contents.length})`);
  }
  const found = sha256Of(contents);
  if (found !== file.sha256) {
    throw damaged(origin, `must have the SHA-256 ${file.sha256} (got ${found})`);
  }
  return contents;
}

async function readIfPresent(path: string, mostBytes: number): Promise<Buffer | undefined> {
  try {
    return await readRegularFile(path, mostBytes);
  } catch (cause) {
    if (isAbsence(cause)) return undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw damaged(path, `must be a readable file: ${reason}`, cause);
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

async function decompress(file: PinnedFile, stored: Buffer, origin: string): Promise<Buffer> {
  try {
    // One byte of room beyond the pinned size: all of it is one chunk, and a longer one stops there.
    const room = file.bytes + 1;
    return await promisify(gunzip)(stored, { chunkSize: room, maxOutputLength: room });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw damaged(origin, `must be a gzip file of ${file.bytes} bytes: ${reason}`, cause);
  }
}

function damaged(origin: string, rule: string, cause?: unknown): GridientError {
  return new GridientError("E_DATA", `"${origin}" ${rule}`, {
    hint: "The file is damaged or another one: replace or remove it",
    cause,
  });
}
