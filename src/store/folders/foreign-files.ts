import { lstat, readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { renamePatiently } from "../../files/rename-patiently.ts";

/** Every path that a sweep may ever write; others in the folder are the user's and stay. */
const OURS =
  /^(?:\.gitignore|(?:trials|epochs|confirm)\.csv|summary\.(?:json|md)|verified\.json|report\.html|plots\/[\w.-]+\.svg)$/;
/** Other processes may move the same folders at the same moment; so many in a row do not. */
const MOST_TRIES = 100;

/** Returns the paths of all files below a folder that a sweep may write, with forward slashes. */
export async function ourFiles(folder: string): Promise<string[]> {
  const files = await filesBelow(folder);
  return files.filter(({ path, isLink }) => !isLink && OURS.test(path)).map(({ path }) => path);
}

/** Moves the user's files and links from one folder of results to another, but for those that are there. */
export async function moveForeignFiles(from: string, to: string): Promise<void> {
  for (const { path } of await filesBelow(from)) {
    if (!OURS.test(path)) await move(join(from, path), join(to, path));
  }
}

/** Returns whether there is something of that name, if only a link that leads nowhere. */
export function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Files and links below a folder; none where there is no folder. */
async function filesBelow(folder: string): Promise<{ path: string; isLink: boolean }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
      isLink: entry.isSymbolicLink(),
    }));
}

/** A file is always in one place or the other. */
async function move(file: string, target: string): Promise<void> {
  for (let tries = 1; (await exists(file)) && !(await exists(target)); tries++) {
    try {
      await makeFolder(dirname(target));
      await renamePatiently(file, target);
    } catch (error) {
      if (tries === MOST_TRIES) throw error; // else its folder has just been moved aside: make it again
    }
  }
}
