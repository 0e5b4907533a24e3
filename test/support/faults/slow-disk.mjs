/**
 * Preloaded by NODE_OPTIONS: what is appended to a file takes DISK_MS milliseconds to get there.
 * @module
 */
import { open } from "node:fs/promises";

const handle = await open(process.execPath);
const methods = Object.getPrototypeOf(handle);
await handle.close();
const { appendFile } = methods;

methods.appendFile = async function (...contents) {
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.DISK_MS)));
  return appendFile.apply(this, contents);
};
