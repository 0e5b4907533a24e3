/**
 * A folder as one file: the bytes of its files, one after the other, then a list of them, then where that begins. Whoever
 * reads it checks every bit.
 * @module
 */
import { closeSync, fstatSync, readSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hash } from "node:crypto";
import { openRegularFile } from "../../files/open-regular-file.ts";
import { readChunks } from "../../files/read-chunks.ts";
import { sha256Of, startSha256 } from "../../files/sha256-of.ts";
import { visibleText } from "../../text/visible-text.ts";

/** The end of the file: the checksum of the list, and its length. */
const TAIL = /^\ngridient folder 1 ([0-9a-f]{64}) +(\d+)\n$/;
const TAIL_BYTES = 97;

/** A file of a packed folder. */
export type PackedFile = readonly [path: string, bytes: number, sha256: string];

/** Returns the end of the file. @param list The list as JSON. */
export function tailOf(list: string): string {
  return `\ngridient folder 1 ${sha256Of(list)} ${String(Buffer.byteLength(list)).padStart(12)}\n`;
}

/** What a packed folder says of itself. */
export interface FolderList {
  /** What it was packed with: any JSON. */
  readonly about: unknown;
  readonly files: readonly PackedFile[];
}

/** Reads what a packed folder says of itself, and of its files nothing. Returns why it cannot be used if it cannot. */
export function readList(file: string): FolderList | { readonly damage: string } {
  const handle = openRegularFile(file);
  try {
    const { size } = fstatSync(handle);
    const [, sha256, length] = TAIL.exec(textAt(handle, size - TAIL_BYTES, TAIL_BYTES)) ?? [];
    const start = size - TAIL_BYTES - Number(length);
    if (!(start >= 0)) return { damage: "it is cut off, or not a packed folder" };
    const list = textAt(handle, start, Number(length));
    if (sha256Of(list) !== sha256) return { damage: "the checksum of its list does not fit" };
    const data: unknown = JSON.parse(list);
    return isList(data, start) ? data : { damage: "its list is not one of its files" };
  } catch {
    return { damage: "it cannot be read" };
  } finally {
    closeSync(handle);
  }
}

/** Writes the files of a packed folder into an empty one. Returns why they are not to be used; undefined if every bit is right. */
export async function unpackFolder(
  file: string,
  { files }: FolderList,
  folder: string,
): Promise<string | undefined> {
  let at = 0;
  for (const [path, bytes, sha256] of files) {
    const target = join(folder, path);
    const hash = startSha256();
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, hashed(partOf(file, at, bytes), hash), { flag: "wx" });
    if (hash.digest("hex") !== sha256) return damageTo(path);
    at += bytes;
  }
  return undefined;
}

/** Returns why the files of a packed folder are not to be trusted; undefined if every bit is right. */
export function filesDamage(file: string, { files }: FolderList): string | undefined {
  let at = 0;
  for (const [path, bytes, sha256] of files) {
    const hash = startSha256();
    for (const piece of partOf(file, at, bytes)) hash.update(piece);
    if (hash.digest("hex") !== sha256) return damageTo(path);
    at += bytes;
  }
  return undefined;
}

function damageTo(path: string): string {
  return `the checksum of ${visibleText(path)} does not fit`;
}

/** Yields pieces that a hash has seen. */
export function* hashed(pieces: Iterable<Uint8Array>, hash: Hash): Generator<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function* partOf(file: string, from: number, bytes: number): Generator<Uint8Array> {
  let left = bytes;
  if (left === 0) return;
  for (const chunk of readChunks(file, from)) {
    const piece = chunk.subarray(0, left);
    left -= piece.length;
    yield piece;
    if (left === 0) return;
  }
}

function textAt(handle: number, position: number, length: number): string {
  if (position < 0) return "";
  const bytes = Buffer.alloc(length);
  return bytes.toString("utf8", 0, readSync(handle, bytes, 0, length, position));
}

/** @param total Bytes that its files have. */
function isList(data: unknown, total: number): data is FolderList {
  if (typeof data !== "object" || data === null) return false;
  const { files } = data as Partial<Record<keyof FolderList, unknown>>;
  if (!Array.isArray(files) || !files.every(isPackedFile)) return false;
  return files.reduce((sum, [, bytes]) => sum + bytes, 0) === total;
}

function isPackedFile(data: unknown): data is PackedFile {
  if (!Array.isArray(data)) return false;
  const [path, bytes, sha256] = data as unknown[];
  return isSafePath(path) && Number.isInteger(bytes) && Number(bytes) >= 0 && typeof sha256 === "string";
}

/** Returns whether a path leads into its folder, on every system. */
export function isSafePath(path: unknown): path is string {
  if (typeof path !== "string" || /[\\\0]/.test(path)) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}
