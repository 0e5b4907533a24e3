import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readChunks } from "../../files/read-chunks.ts";
import { startSha256 } from "../../files/sha256-of.ts";
import { bytesText } from "../../text/quantity-text.ts";
import { visibleText } from "../../text/visible-text.ts";
import { hashed, isSafePath, tailOf, type PackedFile } from "./packed-folder.ts";

/** A folder with more in it is hardly a checkpoint. */
const MOST_BYTES = 1_000_000_000;
const MOST_FILES = 10_000;

/** The most that is read at once. */
const CHUNK_BYTES = 1 << 20;

/** A file of a folder could not be read: the folder cannot be kept. */
export class UnreadableFile extends Error {}

/** The files of a folder, or why it cannot be kept. */
type Found = { readonly paths: readonly string[] } | { readonly fault: string };

/** Returns the paths of the files in a folder, sorted, or why it cannot be kept. */
export async function filesToPack(folder: string): Promise<Found> {
  try {
    return await findFiles(folder);
  } catch (error) {
    return { fault: unreadable("it", error) }; // for instance, the program has removed it
  }
}

async function findFiles(folder: string): Promise<Found> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (entry.isDirectory()) continue;
    if (!entry.isFile() || !isSafePath(path))
      return { fault: `it must have only files and folders in it (got ${visibleText(path)})` };
    paths.push(path);
    bytes += statSync(join(folder, path)).size;
  }
  if (paths.length === 0) return { fault: "it is empty" };
  if (paths.length > MOST_FILES)
    return { fault: `it must have at most ${MOST_FILES} files (got ${paths.length})` };
  if (bytes > MOST_BYTES)
    return { fault: `it must have at most ${bytesText(MOST_BYTES)} (got ${bytesText(bytes)})` };
  return { paths: paths.sort() };
}

/** Yields a folder as one file; each piece is overwritten by the next one. @param about Any JSON, to be kept with it. @throws {UnreadableFile} */
export function* packFolder(
  folder: string,
  paths: readonly string[],
  about: unknown,
): Generator<Uint8Array | string> {
  const files: PackedFile[] = [];
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (const path of paths) {
    const hash = startSha256();
    let bytes = 0;
    for (const piece of hashed(readFrom(folder, path, chunk), hash)) {
      bytes += piece.length;
      yield piece;
    }
    files.push([path, bytes, hash.digest("hex")]);
  }
  const list = JSON.stringify({ about, files });
  yield list;
  yield tailOf(list);
}

/** Whoever takes the pieces throws nothing into this generator: all its errors are of reading. */
function* readFrom(folder: string, path: string, chunk: Uint8Array<ArrayBuffer>): Generator<Uint8Array> {
  try {
    yield* readChunks(join(folder, path), 0, chunk);
  } catch (error) {
    throw new UnreadableFile(unreadable(visibleText(path), error), { cause: error });
  }
}

/** The message of a system error names a temporary folder. */
function unreadable(what: string, error: unknown): string {
  if (!(error instanceof Error)) return `${what} cannot be read`;
  return `${what} cannot be read: ${"code" in error ? String(error.code) : error.message}`;
}
