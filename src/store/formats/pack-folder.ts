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

/** Returns the paths of the files in a folder, sorted, or why it cannot be kept. */
export async function filesToPack(folder: string): Promise<{ paths: string[] } | { fault: string }> {
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

/** Yields a folder as one file; each piece is overwritten by the next one. @param about Any JSON, to be kept with it. */
export function* packFolder(
  folder: string,
  paths: readonly string[],
  about: unknown,
): Generator<Uint8Array | string> {
  const files: PackedFile[] = [];
  for (const path of paths) {
    const hash = startSha256();
    let bytes = 0;
    for (const piece of hashed(readChunks(join(folder, path)), hash)) {
      bytes += piece.length;
      yield piece;
    }
    files.push([path, bytes, hash.digest("hex")]);
  }
  const list = JSON.stringify({ about, files });
  yield list;
  yield tailOf(list);
}
