import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { decodeText, MAX_BYTES, refuseSize, refuseText } from "./decode-text.ts";
import type { ReadText } from "./read-text.ts";
import type { Statement } from "../source-text.ts";

/** Returns a function that reads files as they are at a revision of their git repository: a branch, tag or commit. */
export function readRevision(revision: string): ReadText {
  return (file) => {
    const shown = showFile(file, revision);
    if ("message" in shown) return shown;
    if (shown.error) return refuseSize("more found");
    if (shown.status !== 0) return refuseText(`it must be a file at ${revision}`, "none", "Check the path");
    return decodeText(shown.stdout);
  };
}

/** Returns whether a revision that exists does not have a file. */
export function isAbsentAt(file: string, revision: string): boolean {
  const shown = showFile(file, revision);
  return "status" in shown && !shown.error && shown.status !== 0;
}

function showFile(file: string, revision: string): SpawnSyncReturns<Buffer> | Statement {
  const path = resolve(file);
  const folder = nearestFolder(dirname(path));
  const commit = git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    folder,
  );
  if (commit.error) return refuseText("git must run", commit.error.message);
  if (commit.status !== 0) {
    const [said] = commit.stderr.toString().split("\n");
    const hint = "Give two files, or a revision and a file";
    return refuseText("its revision must exist", said || JSON.stringify(revision), hint);
  }
  const hash = commit.stdout.toString().trim();
  return git(["cat-file", "blob", `${hash}:./${relative(folder, path).replaceAll(sep, "/")}`], folder);
}

/** No shell reads the arguments. */
function git(args: readonly string[], folder: string): SpawnSyncReturns<Buffer> {
  return spawnSync("git", args, { cwd: folder, maxBuffer: MAX_BYTES, windowsHide: true });
}

/** Git is asked from a folder that exists still. */
function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}
