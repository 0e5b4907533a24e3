import { closeSync, constants, fstatSync, openSync } from "node:fs";

/**
 * Opens a file for reading, or the one that a symbolic link leads to, and returns its descriptor. A pipe or a device
 * could keep its reader waiting or never end: it is refused before a byte is read.
 *
 * @throws {Error} If the system refuses, or if it is no regular file.
 */
export function openRegularFile(file: string): number {
  // Opening a pipe would wait for its writer; Windows knows no such flag.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = fstatSync(handle);
    if (facts.isDirectory()) throw new Error("it is a folder");
    if (!facts.isFile()) throw new Error("it is no regular file");
    return handle;
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}
