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
import { sha256Of, startSha256 } from "../../files/sha256-of.ts";
import { visibleText } from "../../text/visible-text.ts";

/** The end of the file: the checksum of the list, and its length. */
const TAIL = /^\ngridient folder 1 ([0-9a-f]{64}) +(\d+)\n$/;
const TAIL_BYTES = 97;

/** The most that is read at once. */
const CHUNK_BYTES = 1 << 20;

/** Why a packed folder cannot be used that is not there. */
export const GONE = "it is not there";

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
  const opened = open(file);
  if ("damage" in opened) return opened;
  const { handle } = opened;
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
  const opened = open(file);
  if ("damage" in opened) return opened.damage;
  try {
    const chunk = new Uint8Array(CHUNK_BYTES);
    let at = 0;
    for (const [path, bytes, sha256] of files) {
      const target = join(folder, path);
      const hash = startSha256();
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, hashed(partOf(opened.handle, at, bytes, chunk), hash), { flag: "wx" });
      if (hash.digest("hex") !== sha256) return damageTo(path);
      at += bytes;
    }
    return undefined;
  } finally {
    closeSync(opened.handle);
  }
}

/** Returns why the files of a packed folder are not to be trusted; undefined if every bit is right. */
export function filesDamage(file: string, { files }: FolderList): string | undefined {
  const opened = open(file);
  if ("damage" in opened) return opened.damage;
  try {
    const chunk = new Uint8Array(CHUNK_BYTES);
    let at = 0;
    for (const [path, bytes, sha256] of files) {
      const hash = startSha256();
      for (const piece of partOf(opened.handle, at, bytes, chunk)) hash.update(piece);
      if (hash.digest("hex") !== sha256) return damageTo(path);
      at += bytes;
    }
    return undefined;
  } finally {
    closeSync(opened.handle);
  }
}

/** Another process may set the file aside, or remove it, at any moment. */
function open(file: string): { readonly handle: number } | { readonly damage: string } {
  try {
    return { handle: openRegularFile(file) };
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { damage: isGone ? GONE : "it cannot be read" };
  }
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

/** Yields the bytes of a file until they end or cannot be read: the checksum then does not fit. Each piece is overwritten by the next one. */
function* partOf(handle: number, from: number, bytes: number, chunk: Uint8Array): Generator<Uint8Array> {
  const end = from + bytes;
  for (let at = from; at < end;) {
    const size = readAt(handle, at, chunk.subarray(0, end - at));
    if (size === 0) return;
    at += size;
    yield chunk.subarray(0, size);
  }
}

function readAt(handle: number, position: number, room: Uint8Array): number {
  try {
    return readSync(handle, room, 0, room.length, position);
  } catch {
    return 0;
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
