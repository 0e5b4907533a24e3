import { realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** Returns a path with every symbolic link followed, as far as it exists. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path
      ? path
      : join(realPath(dirname(resolve(path))), resolve(path).split(sep).at(-1)!);
  }
}
