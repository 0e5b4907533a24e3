import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/** A file of a new folder. */
export interface NewFile {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a folder that does not exist, all at once: under another name first. If that fails, nothing is left of it.
 * @param beside Next to which path it is written first.
 */
export async function writeFolder(
  folder: string,
  files: Iterable<NewFile>,
  beside: string = folder,
): Promise<void> {
  const fresh = `${beside}.${randomUUID()}.tmp`;
  try {
    await makeFolder(fresh);
    for (const { path, content } of files) {
      await mkdir(join(fresh, dirname(path)), { recursive: true });
      await writeFile(join(fresh, path), content, { flag: "wx" });
    }
    await makeFolder(dirname(folder));
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined); // the first error says more
    throw error;
  }
}
