import { open } from "node:fs/promises";

/** What a system or file system answers where a folder cannot be flushed: Windows, some network disks. */
const UNSUPPORTED: ReadonlySet<string | undefined> = new Set([
  "EACCES",
  "EBADF",
  "EINVAL",
  "EISDIR",
  "ENOTSUP",
  "EPERM",
]);

/**
 * Flushes the names in a folder to the disk. A rename is whole without it, but a power failure may undo it.
 * @throws {Error} If the disk refuses.
 */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!UNSUPPORTED.has((error as NodeJS.ErrnoException).code)) throw error;
  }
}
