/**
 * Preloaded by NODE_OPTIONS: a written file takes its name only after DISK_MS milliseconds.
 * @module
 */
import { promises } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { rename } = promises;

promises.rename = async (...paths) => {
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.DISK_MS)));
  return rename(...paths);
};
syncBuiltinESMExports();
