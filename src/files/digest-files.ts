import { statSync } from "node:fs";
import { join } from "node:path";
import { matchFiles } from "./match-files.ts";
import { readChunks } from "./read-chunks.ts";
import { startSha256 } from "./sha256-of.ts";

/** A file by its path in a folder, and the SHA-256 of its bytes. */
export type FileDigest = readonly [path: string, sha256: string];

/** What was read before, by the file and its state: a file is read again only if it was written to. */
const known = new Map<string, { readonly state: string; readonly digest: string }>();

/**
 * Returns the digests of the files in a folder that match patterns, in the order of their paths.
 * @param boundary The folder that all must be in.
 * @throws {Error} If a file cannot be read.
 */
export function digestFiles(folder: string, patterns: readonly string[], boundary: string): FileDigest[] {
  return matchFiles(folder, patterns, boundary).paths.map((path) => [path, digestOf(join(folder, path))]);
}

function digestOf(file: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  const state = [dev, ino, size, mtimeNs, ctimeNs].join();
  const before = known.get(file);
  if (before?.state === state) return before.digest;
  const hash = startSha256();
  for (const chunk of readChunks(file)) hash.update(chunk);
  const digest = hash.digest("hex");
  known.set(file, { state, digest });
  return digest;
}
