import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { GridientError } from "../errors.ts";
import { clearStaleFolders, temporaryFolders } from "./stale-folders.ts";

/** One file of a results folder. */
export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/** Every path that a sweep may ever write; others in the folder are the user's and stay. */
const OURS = /^(?:\.gitignore|(?:trials|epochs)\.csv|summary\.(?:json|md)|report\.html|plots\/[\w.-]+\.svg)$/;

/** The interactive page: it says nothing that the other files do not say, and most repositories leave it out. */
export const PAGE_FILE = "report.html";

/**
 * Replaces the files of a results folder: writes a temporary folder beside it, then renames. Files of ours that are
 * not in `files` disappear, files of others stay. Nothing is written where all is there: flushing files takes longer
 * than the rest of a run that trains nothing.
 * @throws {GridientError} E_STORE if the folder cannot be written; the old one is then untouched.
 */
export async function replaceResults(folder: string, files: readonly FolderFile[]): Promise<void> {
  const { fresh, old } = temporaryFolders(folder);
  try {
    await clearStaleFolders(folder);
    if (await holds(folder, files)) return;
    await mkdir(fresh, { recursive: true });
    await keepForeign(folder, fresh);
    for (const { path, content } of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), content, { flush: true });
    }
    const existed = await rename(folder, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => ignoreMissing(error),
    );
    await rename(fresh, folder);
    if (existed) await rm(old, { recursive: true });
  } catch (cause) {
    await rename(old, folder).catch(() => undefined); // where the old results had been moved aside already
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined); // the first error says more
    throw new GridientError("E_STORE", `Cannot write results as the folder must be writable: "${folder}"`, {
      cause,
      hint: cause instanceof Error ? cause.message : "",
    });
  }
}

/** Returns the files of a results folder that a sweep may write, by path; none where there is no folder. */
export async function readResults(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const path of await listFiles(folder)) {
    if (OURS.test(path)) files.set(path, await readFile(join(folder, path), "utf8"));
  }
  return files;
}

async function holds(folder: string, files: readonly FolderFile[]): Promise<boolean> {
  const present = await readResults(folder);
  return files.length === present.size && files.every(({ path, content }) => present.get(path) === content);
}

async function keepForeign(from: string, to: string): Promise<void> {
  for (const path of await listFiles(from)) {
    if (!OURS.test(path)) await cp(join(from, path), join(to, path));
  }
}

/** Paths below a folder, with forward slashes. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"));
}

function ignoreMissing(error: NodeJS.ErrnoException): false {
  if (error.code === "ENOENT") return false;
  throw error;
}
