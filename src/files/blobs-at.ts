import { createHash } from "node:crypto";
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { git } from "./git.ts";
import { openRegularFile } from "./open-regular-file.ts";

/** A file as git keeps it. */
export interface Blob {
  /** The digest that names its content. */
  readonly object: string;
  /** Whether it is a symbolic link, whose content is a path. */
  readonly isLink: boolean;
}

/** Names of the files of a commit. */
const MOST_BYTES = 1 << 30;

/** The whole name of a commit. A commit never changes, so git need not be asked twice. */
export const COMMIT: RegExp = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** What git listed last, by folder. */
const known = new Map<string, { readonly revision: string; readonly blobs: ReadonlyMap<string, Blob> }>();

/**
 * Returns the files that a revision has in a folder, by their paths from there; undefined where git does not run or knows
 * no such revision. Git is asked once for all of them, because starting it takes longer than its answer.
 */
export function blobsAt(folder: string, revision: string): ReadonlyMap<string, Blob> | undefined {
  const before = known.get(folder);
  if (before?.revision === revision) return before.blobs;
  const args = ["ls-tree", "-r", "-z", "--end-of-options", `${revision}^{commit}`];
  const { status, stdout } = git(args, folder, MOST_BYTES);
  if (status !== 0) return undefined;
  const blobs = new Map<string, Blob>();
  for (const line of stdout.toString().split("\0")) {
    const [, kind, object, path] = /^(1[02])\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (object !== undefined && path !== undefined) blobs.set(path, { object, isLink: kind === "12" });
  }
  if (COMMIT.test(revision)) known.set(folder, { revision, blobs });
  return blobs;
}

/**
 * Returns the content of a file in git like `git cat-file`: `error` is set where it has more than `mostBytes`. Most files
 * are the same on disk, where they are read without git.
 *
 * @param file Where it is on disk, if it is there.
 */
export function contentOf(
  { object }: Blob,
  file: string,
  { folder, mostBytes }: { readonly folder: string; readonly mostBytes: number },
): Pick<ReturnType<typeof git>, "status" | "stdout" | "error"> {
  const bytes = sameOnDisk(object, file, mostBytes);
  return bytes ? { status: 0, stdout: bytes } : git(["cat-file", "blob", object], folder, mostBytes);
}

/** Returns the bytes of a file on disk if git would give them the same name. */
function sameOnDisk(object: string, file: string, mostBytes: number): Buffer | undefined {
  try {
    const handle = openRegularFile(file);
    try {
      const { size } = fstatSync(handle);
      if (size > mostBytes) return undefined;
      const bytes = readFileSync(handle);
      const hash = createHash(object.length === 40 ? "sha1" : "sha256");
      return hash.update(`blob ${size}\0`).update(bytes).digest("hex") === object ? bytes : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined; // it is not there, or cannot be read: git has the content
  }
}
