import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

/**
 * Returns the bytes of a file, or of the one that a symbolic link leads to. A pipe or a device could keep its reader
 * waiting or never end: anything but a regular file is refused before a byte is read.
 *
 * @throws {Error} If the system refuses, if it is no regular file, or if it has more than `mostBytes`.
 */
export async function readRegularFile(file: string, mostBytes: number): Promise<Buffer> {
  return withRegularFile(file, async (handle, size) => {
    if (size > mostBytes) throw new Error(`it has ${size} bytes, more than ${mostBytes}`);
    return handle.readFile();
  });
}

/** Returns the size of a file that `readRegularFile` would open. @throws {Error} As that does. */
export async function regularFileSize(file: string): Promise<number> {
  return withRegularFile(file, (_, size) => Promise.resolve(size));
}

/** Opens a regular file, hands it and its size to `use`, and closes it. @throws {Error} As `readRegularFile` does. */
export async function withRegularFile<Result>(
  file: string,
  use: (handle: FileHandle, size: number) => Promise<Result>,
): Promise<Result> {
  // Opening a pipe would wait for its writer; Windows knows no such flag.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    if (facts.isDirectory()) throw new Error("it is a folder");
    if (!facts.isFile()) throw new Error("it is no regular file");
    return await use(handle, facts.size);
  } finally {
    await handle.close();
  }
}
