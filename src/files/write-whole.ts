import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { pid } from "node:process";

let written = 0;

/**
 * Replaces a file, or the one that a symbolic link leads to, all at once: written beside it, flushed to the disk,
 * renamed. The file's permissions stay. If that fails, or `contents` throws, the old file is untouched and nothing is left beside it.
 */
export async function writeWhole(
  file: string,
  contents: string | Uint8Array | Iterable<string>,
): Promise<void> {
  const old = await stat(file).catch(() => undefined);
  const target = old ? await realpath(file).catch(() => file) : file;
  const fresh = `${target}.${pid}-${++written}.tmp`;
  try {
    await writeFile(fresh, contents, { flag: "wx", flush: true });
    if (old) await chmod(fresh, old.mode);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined); // the first error says more
    throw error;
  }
}
