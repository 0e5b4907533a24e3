import { constants } from "node:fs";
import { open } from "node:fs/promises";

/**
 * Returns the bytes of a file, or of the one that a symbolic link leads to. A pipe or a device could keep its reader
 * waiting or never end: anything but a regular file is refused before a byte is read.
 *
 * @throws {Error} If the system refuses, if it is no regular file, or if it has more than `mostBytes`.
 */
export async function readRegularFile(file: string, mostBytes: number): Promise<Buffer> {
  // Opening a pipe would wait for its writer; Windows knows no such flag.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    if (facts.isDirectory()) throw new Error("it is a folder");
    if (!facts.isFile()) throw new Error("it is no regular file");
    if (facts.size > mostBytes) throw new Error(`it has ${facts.size} bytes, more than ${mostBytes}`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
