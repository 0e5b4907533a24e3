import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Returns the folder of data sets with MNIST in it; undefined where none was promised: tests of MNIST are then skipped.
 * @throws {Error} If GRIDIENT_DATA_DIR promises one that is not there.
 */
export function mnistFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const dataDir = env["GRIDIENT_DATA_DIR"] || undefined;
  if (dataDir !== undefined && !existsSync(join(dataDir, "mnist")))
    throw new Error(`GRIDIENT_DATA_DIR must name a folder that holds mnist/ (got ${dataDir})`);
  return dataDir;
}
