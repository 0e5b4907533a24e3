import { join, posix, relative, resolve, sep } from "node:path";
import { blobsAt, contentOf } from "./blobs-at.ts";
import type { FileDigest } from "./digest-files.ts";
import { git, nearestFolder } from "./git.ts";
import { matchIn, type FileTree } from "./match-files.ts";
import { realPath } from "./real-path.ts";
import { sha256Of } from "./sha256-of.ts";

/** The path of a repository, and the content of a file. */
const MOST_BYTES = 1 << 30;

/**
 * Returns the digests of the files in a folder that match patterns, as they are at a revision of git, in the order of their
 * paths. None where git knows no such folder or revision. Symbolic links are left out.
 */
export function digestFilesAt(folder: string, patterns: readonly string[], revision: string): FileDigest[] {
  const here = nearestFolder(resolve(folder));
  const top = git(["rev-parse", "--show-toplevel"], here, MOST_BYTES).stdout?.toString().trim();
  if (!top) return [];
  const blobs = new Map([...(blobsAt(top, revision) ?? [])].filter(([, { isLink }]) => !isLink));
  const from = relative(top, realPath(folder)).split(sep).join("/");
  const { paths } = matchIn(listedTree([...blobs.keys()], from), patterns);
  return paths.map((path) => {
    const file = inRepository(from, path);
    const { stdout } = contentOf(blobs.get(file)!, join(top, file), { folder: top, mostBytes: MOST_BYTES });
    return [path, sha256Of(stdout)];
  });
}

/** A tree of the files of a repository. @param from The folder from which paths start, in it. */
function listedTree(files: readonly string[], from: string): FileTree {
  const known = new Set(files);
  const folders = new Map<string, Map<string, boolean>>();
  for (const file of files) {
    const parts = file.split("/");
    for (const [i, name] of parts.entries()) {
      const folder = parts.slice(0, i).join("/");
      const entries = folders.get(folder) ?? new Map<string, boolean>();
      folders.set(folder, entries.set(name, i < parts.length - 1));
    }
  }
  return {
    isWithin: (path) => !inRepository(from, path).startsWith("../"),
    isFile: (path) => known.has(inRepository(from, path)),
    entriesOf: (path) =>
      [...(folders.get(inRepository(from, path)) ?? [])].map(([name, isFolder]) => ({ name, isFolder })),
  };
}

/** Returns a path from the top of the repository; empty for the top itself. */
function inRepository(from: string, path: string): string {
  return posix.join(from, path).replace(/^\.?\/?$|\/$/, "");
}
