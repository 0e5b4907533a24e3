import { dirname, relative, resolve, sep } from "node:path";
import { blobsAt, COMMIT, contentOf } from "./blobs-at.ts";
import { git, nearestFolder } from "./git.ts";

/** What git knows of a file at a revision: a branch, tag or commit. */
export type FileAtRevision =
  | { readonly status: "found"; readonly bytes: Uint8Array }
  | { readonly status: "absent" }
  | { readonly status: "tooLarge" }
  /** `reason` in git's words. */
  | { readonly status: "noRevision"; readonly reason: string }
  | { readonly status: "noGit"; readonly reason: string };

/** Returns a file as it is at a revision of its git repository. */
export function fileAtRevision(file: string, revision: string, mostBytes: number): FileAtRevision {
  const path = resolve(file);
  const folder = nearestFolder(dirname(path));
  if (COMMIT.test(revision) && blobsAt(folder, revision))
    return fileAtCommit(path, revision, { folder, mostBytes });
  const commit = askForCommit(revision, folder);
  if (commit.error) return { status: "noGit", reason: commit.error.message };
  if (commit.status !== 0) {
    const [said] = commit.stderr.toString().split("\n");
    return { status: "noRevision", reason: said || JSON.stringify(revision) };
  }
  return fileAtCommit(path, commit.stdout.toString().trim(), { folder, mostBytes });
}

/** @param commit One that the repository of the folder has. */
function fileAtCommit(
  path: string,
  commit: string,
  from: { readonly folder: string; readonly mostBytes: number },
): FileAtRevision {
  const below = relative(from.folder, path).replaceAll(sep, "/");
  const blobs = blobsAt(from.folder, commit);
  const blob = blobs?.get(below) ?? blobs?.get(below.normalize("NFC")); // macOS may spell accents apart
  if (!blob) return { status: "absent" };
  const { error, status, stdout } = contentOf(blob, path, from);
  if (error) return { status: "tooLarge" };
  return status === 0 ? { status: "found", bytes: stdout } : { status: "absent" };
}

/** A commit's name is short. */
const MOST_NAME_BYTES = 10_000;

/** Returns the commit that a revision means in the repository of the current folder; undefined where it means none. */
export function commitAt(revision: string): string | undefined {
  const { status, stdout } = askForCommit(revision, ".");
  return status === 0 ? stdout.toString().trim() : undefined;
}

function askForCommit(revision: string, folder: string): ReturnType<typeof git> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  return git(args, folder, MOST_NAME_BYTES);
}
