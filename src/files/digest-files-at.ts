import { posix, relative, resolve, sep } from "node:path";
import type { FileDigest } from "./digest-files.ts";
import { git, nearestFolder } from "./git.ts";
import { matchIn, type FileTree } from "./match-files.ts";
import { realPath } from "./real-path.ts";
import { sha256Of } from "./sha256-of.ts";

/** Names of the files of a revision, and the contents of those of one program. */
const MOST_BYTES = 1 << 30;

/**
 * Returns the digests of the files in a folder that match patterns, as they are at a revision of git, in the order of their
 * paths. None where git knows no such folder or revision. Symbolic links are left out.
 */
export function digestFilesAt(folder: string, patterns: readonly string[], revision: string): FileDigest[] {
  const here = nearestFolder(resolve(folder));
  const top = git(["rev-parse", "--show-toplevel"], here, MOST_BYTES).stdout?.toString().trim();
  if (!top) return [];
  const listed = git(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", revision], top, MOST_BYTES);
  if (listed.status !== 0) return [];
  const blobs = new Map<string, string>();
  for (const line of listed.stdout.toString().split("\0")) {
    const [, object = "", path = ""] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (path !== "") blobs.set(path, object);
  }
  const from = relative(top, realPath(folder)).split(sep).join("/");
  const { paths } = matchIn(listedTree([...blobs.keys()], from), patterns);
  return paths.map((path) => [path, digestOf(blobs.get(inRepository(from, path)) ?? "", top)]);
}

function digestOf(object: string, folder: string): string {
  return sha256Of(git(["cat-file", "blob", object], folder, MOST_BYTES).stdout);
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
