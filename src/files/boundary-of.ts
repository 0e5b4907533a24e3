import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { realPath } from "./real-path.ts";

/** Returns the folder that files named from a folder must stay inside: the nearest one above that has .git, or else itself. */
export function boundaryOf(from: string): string {
  const own = realPath(from);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return own;
  }
}
