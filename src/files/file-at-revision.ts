import { dirname, relative, resolve, sep } from "node:path";
import { git, nearestFolder } from "./git.ts";

/** What git knows of a file at a revision: a branch, tag or commit. */
export type FileAtRevision =
  | { readonly status: "found"; readonly bytes: Uint8Array }
  | { readonly status: "absent" }
  | { readonly status: "tooLarge" }
  /** `reason` in git's words. */
  | { readonly status: "noRevision"; readonly reason: string }
  | { readonly status: "noGit"; readonly reason: string };

/** The whole name of a commit: one question to git is enough where the commit has the file. */
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** Returns a file as it is at a revision of its git repository. */
export function fileAtRevision(file: string, revision: string, mostBytes: number): FileAtRevision {
  const path = resolve(file);
  const folder = nearestFolder(dirname(path));
  const below = relative(folder, path).replaceAll(sep, "/");
  const blobOf = (commit: string) => git(["cat-file", "blob", `${commit}:./${below}`], folder, mostBytes);
  if (COMMIT.test(revision)) {
    const { error, status, stdout } = blobOf(`${revision}^{commit}`);
    if (!error && status === 0) return { status: "found", bytes: stdout };
  }
  const commit = askForCommit(revision, folder);
  if (commit.error) return { status: "noGit", reason: commit.error.message };
  if (commit.status !== 0) {
    const [said] = commit.stderr.toString().split("\n");
    return { status: "noRevision", reason: said || JSON.stringify(revision) };
  }
  const blob = blobOf(commit.stdout.toString().trim());
  if (blob.error) return { status: "tooLarge" };
  return blob.status === 0 ? { status: "found", bytes: blob.stdout } : { status: "absent" };
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
